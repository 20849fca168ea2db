package store

import (
	"encoding/json"
	"fmt"

	"go.etcd.io/bbolt"
)

// Settings is how a server wants the bot to be. The zero Settings is how a new
// server finds it.
type Settings struct {
	Private    bool              `json:"private,omitempty"`     // answers to slash commands are seen by the asker only
	HouseOff   bool              `json:"house_off,omitempty"`   // the house articles are not used
	LogChannel string            `json:"log_channel,omitempty"` // id of the channel that is told of acts; "" = none
	Feedback   bool              `json:"feedback,omitempty"`    // members may attach their question to "Not right?"
	Sureness   string            `json:"sureness,omitempty"`    // how sure of an answer the bot must be, as index/ask names it; "" = normal
	Channels   map[string]string `json:"channels,omitempty"`    // channel id -> id of the article it is about
	PagesOff   bool              `json:"pages_off,omitempty"`   // no page of the server opens
	PageLinks  int               `json:"page_links,omitempty"`  // how often all links to its pages were taken back
}

// Settings gives the settings of a guild.
func (s *Store) Settings(guild string) (Settings, error) {
	var set Settings
	err := s.view(func(tx *bbolt.Tx) (err error) {
		set, err = readSettings(tx, guild)
		return err
	})
	if err != nil {
		return set, fmt.Errorf("settings of %s: %w", guild, err)
	}
	return set, nil
}

// SetSettings changes the settings of a guild and gives the new ones. change
// gets the present ones and may be called again when a write is repeated.
func (s *Store) SetSettings(guild, by string, change func(*Settings)) (Settings, error) {
	var set Settings
	err := s.act(guild, by, func(a *act) (err error) {
		if set, err = readSettings(a.tx, guild); err != nil {
			return err
		}
		change(&set)
		if err := a.put(bucketSettings, []byte(guild), set); err != nil {
			return err
		}
		return a.log(Entry{Act: actSet})
	})
	if err != nil {
		return set, fmt.Errorf("change settings of %s: %w", guild, err)
	}
	return set, nil
}

func readSettings(tx *bbolt.Tx, guild string) (Settings, error) {
	var set Settings
	if v := tx.Bucket(bucketSettings).Get([]byte(guild)); v != nil {
		if err := json.Unmarshal(v, &set); err != nil {
			return set, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	return set, nil
}
