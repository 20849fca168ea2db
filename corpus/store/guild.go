package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// Guild is the state of one guild's share of the records.
type Guild struct {
	ID       string
	Articles int // that are there
	// Version is raised by every act that changes what questions are answered
	// from: articles added, replaced, reverted, removed or restored, fixes made
	// or taken back. An index that was made at this version is up to date.
	Version    uint64
	Generation Generation
	Left       time.Time // when the bot left the server; zero while it is there
}

// guildRecord is a guild as written to the file.
type guildRecord struct {
	Articles   int        `json:"articles,omitempty"`
	Last       uint32     `json:"last,omitempty"`    // highest article number ever given
	Entries    uint64     `json:"entries,omitempty"` // highest log number ever given
	Doubts     uint64     `json:"doubts,omitempty"`  // highest doubt number ever given
	Version    uint64     `json:"version,omitempty"`
	Generation Generation `json:"generation,omitzero"` // where it was written once; see settle
	Left       time.Time  `json:"left,omitzero"`
}

// guild gives the state of a guild of which r and, of its generation, v are
// written.
func (r guildRecord) guild(id string, v []byte) (Guild, error) {
	g := Guild{ID: id, Articles: r.Articles, Version: r.Version, Left: r.Left}
	var err error
	g.Generation, err = r.generation(v)
	return g, err
}

func readGuild(tx *bbolt.Tx, guild string) (guildRecord, error) {
	var r guildRecord
	if v := tx.Bucket(bucketGuilds).Get([]byte(guild)); v != nil {
		if err := json.Unmarshal(v, &r); err != nil {
			return r, fmt.Errorf("%w: guild record: %w", ErrDamaged, err)
		}
	}
	return r, nil
}

// Guilds lists every guild that has records, in the order of their names.
func (s *Store) Guilds() ([]Guild, error) {
	var gs []Guild
	err := s.view(func(tx *bbolt.Tx) error {
		generations := tx.Bucket(bucketGenerations).Cursor()
		of, generation := generations.First()
		return tx.Bucket(bucketGuilds).ForEach(func(k, v []byte) error {
			var r guildRecord
			if err := json.Unmarshal(v, &r); err != nil {
				return fmt.Errorf("%w: guild %s: %w", ErrDamaged, k, err)
			}
			for of != nil && bytes.Compare(of, k) < 0 {
				of, generation = generations.Next()
			}
			var own []byte
			if bytes.Equal(of, k) {
				own = generation
			}
			g, err := r.guild(string(k), own)
			gs = append(gs, g)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("guilds: %w", err)
	}
	return gs, nil
}

// Guild gives the state of one guild, the zero state when it has no records.
func (s *Store) Guild(guild string) (Guild, error) {
	var g Guild
	err := s.view(func(tx *bbolt.Tx) error {
		r, err := readGuild(tx, guild)
		if err != nil {
			return err
		}
		g, err = r.guild(guild, tx.Bucket(bucketGenerations).Get([]byte(guild)))
		return err
	})
	if err != nil {
		return g, fmt.Errorf("guild %s: %w", guild, err)
	}
	return g, nil
}

// LeaveGuild marks that the bot is no longer in the server: its records are
// kept for thirty days and then purged. Marking twice keeps the first time.
func (s *Store) LeaveGuild(guild string) error { return s.setLeft(guild, true) }

// JoinGuild takes the mark of [Store.LeaveGuild] away. It writes nothing when
// there is none: Discord names every server at every start.
func (s *Store) JoinGuild(guild string) error { return s.setLeft(guild, false) }

// setLeft marks a guild that has records as left, or as not; another needs no
// mark.
func (s *Store) setLeft(guild string, left bool) error {
	marked, known := false, false
	err := s.held(guild)
	if err == nil {
		err = s.view(func(tx *bbolt.Tx) error {
			r, err := readGuild(tx, guild)
			marked, known = !r.Left.IsZero(), tx.Bucket(bucketGuilds).Get([]byte(guild)) != nil
			return err
		})
	}
	if err == nil && known && marked != left {
		err = s.act(guild, "", func(a *act) error {
			a.state.Left = time.Time{}
			if left {
				a.state.Left = a.now
			}
			return nil
		})
	}
	if err != nil {
		return fmt.Errorf("guild %s: %w", guild, err)
	}
	return nil
}

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
