package desk

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// handleSettings answers /settings: it changes what the options name, and shows how
// things stand.
func handleSettings(ctx context.Context, req *request) (say.Reply, error) {
	if err := req.OnlyModerators(); err != nil {
		return say.Reply{}, err
	}
	if req.desk.Books.Set == nil {
		return say.Reply{}, say.Refusal(req.Words.Errors.Off)
	}
	var found []index.Heading
	if name := req.Options["article"]; name != "" {
		var err error
		if found, err = findArticle(ctx, req, name); err != nil {
			return say.Reply{}, err
		}
	}
	channel := req.Options["channel"]
	which := len(found) > 1 && say.Snowflake(channel) // has to be asked; all else is saved
	var s say.Sheet
	if len(req.Options) > 0 {
		set, err := req.desk.Books.Set(req.Server, req.Member, func(set *store.Settings) {
			changeSettings(req, set)
			if say.Snowflake(channel) && !which {
				bindChannel(set, channel, found)
			}
		})
		if err != nil {
			return say.Reply{}, err
		}
		req.Settings = set
		s.Add(req.Words.SettingsSaved)
		if req.Flag("new-links", false) {
			s.Add(req.Words.LinksEnded)
		}
	}
	writeSettings(req, &s)
	r := s.Reply()
	r.Private, r.Outcome = true, "settings"
	if len(req.Options) > 0 {
		req.Note(&r, req.Words.DidSettings)
	}
	if which {
		menu := chooseHeading(req, found, opBind, channel)
		r.Text, r.Select = r.Text+"\n"+menu.Text, menu.Select
	}
	return r, nil
}

// bindChosen binds a channel to the article that was chosen from a menu.
func bindChosen(ctx context.Context, req *request, channel string) (say.Reply, error) {
	if err := req.OnlyModerators(); err != nil {
		return say.Reply{}, err
	}
	if req.desk.Books.Set == nil || len(req.Values) != 1 {
		return say.Reply{}, say.ErrForged
	}
	found, err := findArticle(ctx, req, req.Values[0])
	if err != nil {
		return say.Reply{}, err
	}
	set, err := req.desk.Books.Set(req.Server, req.Member, func(set *store.Settings) { bindChannel(set, channel, found) })
	if err != nil {
		return say.Reply{}, err
	}
	req.Settings = set
	var s say.Sheet
	s.Add(req.Words.SettingsSaved)
	writeSettings(req, &s)
	r := s.Reply()
	r.Delivery, r.Private, r.Outcome = say.Edit, true, "settings"
	req.Note(&r, req.Words.DidSettings)
	return r, nil
}

// bindChannel binds a channel to the first of found; to none when there is
// none.
func bindChannel(set *store.Settings, channel string, found []index.Heading) {
	channels := maps.Clone(set.Channels)
	if channels == nil {
		channels = map[string]string{}
	}
	if len(found) == 0 {
		delete(channels, channel)
	} else {
		channels[channel] = found[0].ID
	}
	set.Channels = channels
}

// changeSettings puts the options into set. It may be called more than once.
func changeSettings(req *request, set *store.Settings) {
	set.Private = req.Flag("private", set.Private)
	set.HouseOff = !req.Flag("house", !set.HouseOff)
	set.Feedback = req.Flag("feedback", set.Feedback)
	switch sure := req.Options["sure"]; {
	case sure == "normal":
		set.Sureness = string(ask.Normal)
	case slices.Contains(say.Sureness, sure):
		set.Sureness = sure
	}
	set.PagesOff = !req.Flag("pages", !set.PagesOff)
	if req.Flag("new-links", false) {
		set.PageLinks++
	}
	if id := req.Options["log"]; say.Snowflake(id) {
		set.LogChannel = id
	}
	if req.Flag("no-log", false) {
		set.LogChannel = ""
	}
}

func writeSettings(req *request, s *say.Sheet) {
	onOff := func(on bool) string {
		if on {
			return req.Words.On
		}
		return req.Words.Off
	}
	s.Add(req.Words.SettingsHead)
	s.Add(fmt.Sprintf(req.Words.PrivateSet, onOff(req.Settings.Private)))
	s.Add(fmt.Sprintf(req.Words.HouseSet, onOff(!req.Settings.HouseOff)))
	s.Add(fmt.Sprintf(req.Words.FeedbackSet, onOff(req.Settings.Feedback)))
	s.Add(fmt.Sprintf(req.Words.SureSet, sureness(req.Words, ask.Sureness(req.Settings.Sureness))))
	if req.desk.Pages.Article != nil {
		s.Add(fmt.Sprintf(req.Words.PagesSet, onOff(!req.Settings.PagesOff)))
	}
	log := req.Words.Off
	if req.Settings.LogChannel != "" {
		log = "<#" + req.Settings.LogChannel + ">"
	}
	s.Add(fmt.Sprintf(req.Words.LogSet, log))
	for _, channel := range slices.Sorted(maps.Keys(req.Settings.Channels)) {
		if !s.Add(fmt.Sprintf(req.Words.BoundSet, "<#"+channel+">", say.OneLine(req.Settings.Channels[channel]))) {
			return
		}
	}
}

// sureness is how sure the bot must be, in words.
func sureness(w *say.Words, s ask.Sureness) string {
	switch s {
	case ask.Careful:
		return w.Careful
	case ask.Eager:
		return w.Eager
	}
	return w.Normal
}
