package moderate

import (
	"context"
	"encoding/json"
	"errors"
	"hash/fnv"
	"time"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

// A later version of this program may find other quotes in an article, or other
// speakers. Nothing was done to the article, so nobody is told unasked; here
// moderators can see it. For each article it is kept who said what when it was
// last looked at, as derived data of the store: places and names as numbers,
// no words.

// attributions is who says what in an article.
type attributions struct {
	Version string      `json:"version"` // of the program that found it
	Quotes  [][2]uint32 `json:"quotes"`  // place, speaker
	Checked string      `json:"checked,omitempty"`
	Changed drift       `json:"changed,omitzero"` // against the version that Checked names
}

// drift counts quotes that are not what they were.
type drift struct {
	Speaker int `json:"speaker,omitempty"` // that have another speaker
	New     int `json:"new,omitempty"`
	Gone    int `json:"gone,omitempty"`
}

func (d drift) plus(e drift) drift {
	return drift{d.Speaker + e.Speaker, d.New + e.New, d.Gone + e.Gone}
}

// attributionsIn are those of an article as this version reads it.
func attributionsIn(doc *index.Document, version string) attributions {
	number := func(parts ...string) uint32 {
		h := fnv.New32a()
		for _, p := range parts {
			h.Write([]byte(p))
			h.Write([]byte{0})
		}
		return h.Sum32()
	}
	a := attributions{Version: version}
	for _, q := range doc.Quotes.Quotes {
		p, _ := doc.Article.Paragraph(q.Ref.Paragraph)
		at := number(p.ID(), say.Base36(q.Ref.Start), say.Base36(q.Ref.Len()))
		a.Quotes = append(a.Quotes, [2]uint32{at, number(q.Speaker)})
	}
	return a
}

// since compares what was kept with what is.
func (a attributions) since(was attributions) drift {
	speakers := map[uint32]uint32{}
	for _, q := range was.Quotes {
		speakers[q[0]] = q[1]
	}
	var d drift
	for _, q := range a.Quotes {
		switch who, ok := speakers[q[0]]; {
		case !ok:
			d.New++
		case who != q[1]:
			d.Speaker++
		}
		delete(speakers, q[0])
	}
	d.Gone = len(speakers)
	return d
}

// compareBudget is how long a status looks at articles that another version
// read last: what is left is looked at by the next one.
const compareBudget = 3 * time.Second

// attributionChanges counts what this version reads otherwise than the one
// before did, in the server's own articles, and tells since which version. done
// of all were compared.
func attributionChanges(ctx context.Context, req *request) (d drift, since string, done, all int, err error) {
	records, err := req.stock.records.Articles(req.Server)
	if err != nil {
		return d, "", 0, 0, err
	}
	began := time.Now()
	write := map[string][]byte{}
	for _, r := range records {
		was, err := req.stock.attributions(req.Server, r.ID)
		if err != nil {
			return d, "", 0, 0, err
		}
		now := req.stock.Version
		if was == nil || was.Version != now && was.Checked != now {
			if time.Since(began) > compareBudget {
				continue
			}
			doc, err := req.Scope.Document(ctx, r.ID)
			if err != nil {
				return d, "", 0, 0, err
			}
			is := attributionsIn(doc, now)
			if was == nil {
				was = &is
			} else {
				was.Checked, was.Changed = now, is.since(*was)
			}
			if write[attributionsOf+r.ID], err = json.Marshal(was); err != nil {
				return d, "", 0, 0, err
			}
		}
		done++
		if was.Changed != (drift{}) {
			d, since = d.plus(was.Changed), was.Version
		}
	}
	if len(write) > 0 {
		err = req.stock.records.SetDerived(req.Server, write)
	}
	return d, since, done, len(records), err
}

// attributionsOf is the name under which those of an article are kept.
const attributionsOf = "said "

// attributions gives what was kept of an article, nil when nothing was.
func (s *Stock) attributions(server, id string) (*attributions, error) {
	data, err := s.records.Derived(server, attributionsOf+id)
	if err != nil || data == nil {
		return nil, err
	}
	var a attributions
	if err := json.Unmarshal(data, &a); err != nil {
		return nil, nil //nolint:nilerr // derived data may be lost; it is made again
	}
	return &a, nil
}

// accepted keeps who says what now in all of a server's articles, or in one:
// they were indexed anew, and the report of that told what is new. It reads only
// those that another version read last.
func (s *Stock) accepted(ctx context.Context, server, only string) error {
	records, err := s.records.Articles(server)
	if err != nil {
		return err
	}
	for _, r := range records {
		was, err := s.attributions(server, r.ID)
		if err != nil {
			return err
		}
		if only != "" && only != r.ID || was != nil && was.Version == s.Version {
			continue
		}
		if err := errors.Join(ctx.Err(), s.seen(ctx, server, r.ID)); err != nil {
			return err
		}
	}
	return nil
}

// seen keeps who says what now in articles that a moderator has just looked at:
// changed, corrected or indexed anew.
func (s *Stock) seen(ctx context.Context, server string, ids ...string) error {
	scope, err := s.library.Scope(server)
	if err != nil {
		return err
	}
	write := map[string][]byte{}
	for _, id := range ids {
		doc, err := scope.Document(ctx, id)
		if err != nil {
			write[attributionsOf+id] = nil // it is not there: nothing is kept of it
			continue
		}
		if write[attributionsOf+id], err = json.Marshal(attributionsIn(doc, s.Version)); err != nil {
			return err
		}
	}
	return s.records.SetDerived(server, write)
}
