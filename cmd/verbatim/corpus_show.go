package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

func newCorpusList(s *shelf) *cobra.Command {
	var removed, asJSON bool
	c := &cobra.Command{
		Use:   "list",
		Short: "List the articles",
		Args:  cobra.NoArgs,
		RunE: s.read(func(_ context.Context, st *store.Store, _ []string) error {
			list := st.Articles
			if removed {
				list = st.Removed
			}
			rs, err := list(s.guild)
			if err != nil {
				return err
			}
			if asJSON {
				for _, r := range rs {
					if err := writeJSON(s.std.out, r); err != nil {
						return err
					}
				}
				return nil
			}
			if len(rs) == 0 && !removed {
				fmt.Fprintln(s.std.err, "No articles yet; verbatim corpus add FILE... adds some.")
			}
			return s.list(rs)
		}),
	}
	c.Flags().BoolVar(&removed, "removed", false, "list those that were removed and can be restored")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object per article")
	return c
}

func (s *shelf) list(rs []store.Record) error {
	w := tabwriter.NewWriter(s.std.out, 0, 0, 2, ' ', 0)
	for _, r := range rs {
		note := ""
		if !r.Removed.IsZero() {
			note = "until " + r.Expires().Format(time.DateOnly)
		}
		fmt.Fprintf(w, "%s\tr%d\t¶ %d\t%s\t%s\t%s\t%s\n", r.ID, r.Revision, r.Paragraphs,
			s.std.paint.inert(r.Date), s.std.paint.inert(r.Publisher), s.std.paint.inert(r.Title), note)
	}
	return w.Flush()
}

func newCorpusShow(s *shelf) *cobra.Command {
	var revision int
	var original bool
	c := &cobra.Command{
		Use:   "show ARTICLE[¶N]",
		Short: "Show an article, or one paragraph of it",
		Args:  cobra.ExactArgs(1),
		RunE: s.read(func(_ context.Context, st *store.Store, args []string) error {
			id, number, one := strings.Cut(args[0], "¶")
			id, number = articleID(id), strings.TrimSpace(number)
			if revision < 0 {
				return usagef("--revision %d: give a number from 1", revision)
			}
			if original {
				data, err := st.Original(s.guild, id, revision)
				if err != nil {
					return s.revisionError(st, id, revision, err)
				}
				_, err = s.std.out.Write(data)
				return err
			}
			n := 0
			if one {
				var err error
				if n, err = strconv.Atoi(number); err != nil || n < 1 {
					return usagef("%s: give an article and a paragraph, such as %s¶3", args[0], id)
				}
			}
			return s.show(st, id, revision, n)
		}),
	}
	c.Flags().IntVar(&revision, "revision", 0, "an older revision, from 1")
	c.Flags().BoolVar(&original, "original", false, "the bytes that the article was read from")
	return c
}

// show prints paragraph n of an article, or all of it when n is 0.
func (s *shelf) show(st *store.Store, id string, revision, n int) error {
	a, err := st.Revision(s.guild, id, revision)
	if err != nil {
		return s.revisionError(st, id, revision, err)
	}
	p := s.std.paint
	if n > 0 {
		if _, ok := a.Paragraph(n); !ok {
			return fmt.Errorf("%s¶%d: no such paragraph; %s has %d", id, n, id, len(a.Paragraphs))
		}
		text, err := a.Cut(a.Whole(n))
		if err != nil {
			return err
		}
		fmt.Fprintln(s.std.out, p.wrap("", p.inert(text)))
		return nil
	}
	fmt.Fprintln(s.std.out, p.bold(p.inert(a.Title)))
	var facts []string
	for _, f := range []string{a.Byline, a.Publisher, a.Date, a.Language, a.URL, a.File} {
		if f != "" {
			facts = append(facts, p.inert(f))
		}
	}
	facts = append(facts, fmt.Sprintf("revision %d", a.Revision))
	fmt.Fprintln(s.std.out, p.dim(strings.Join(facts, " · ")))
	for _, w := range a.Warnings {
		fmt.Fprintln(s.std.out, p.dim(p.inert(w.String())))
	}
	for i := range a.Paragraphs {
		text, err := a.Cut(a.Whole(i + 1))
		if err != nil {
			return err
		}
		label := fmt.Sprintf("¶%-3d ", i+1)
		fmt.Fprint(s.std.out, "\n", p.dim(label), strings.TrimLeft(p.wrap(strings.Repeat(" ", columns(label)), p.inert(text)), " "), "\n")
	}
	return nil
}

// articleID is the id that somebody typed as the records have it.
func articleID(typed string) string { return strings.ToLower(strings.TrimSpace(typed)) }

// revisionError says what of an article is missing.
func (s *shelf) revisionError(st *store.Store, id string, revision int, err error) error {
	if r, found := st.Record(s.guild, id); found == nil && revision > r.Revision && errors.Is(err, store.ErrNotFound) {
		return fmt.Errorf("%s: no revision %d; its newest is %d", id, revision, r.Revision)
	}
	return s.articleError(id, err)
}

func newCorpusLog(s *shelf) *cobra.Command {
	var n int
	c := &cobra.Command{
		Use:   "log",
		Short: "Show who did what, newest first",
		Args:  cobra.NoArgs,
		RunE: s.read(func(_ context.Context, st *store.Store, _ []string) error {
			es, err := st.Log(s.guild, n)
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(s.std.out, 0, 0, 2, ' ', 0)
			for _, e := range es {
				detail := ""
				if e.Fix != nil {
					data, err := json.Marshal(e.Fix.Speaker)
					if err != nil {
						return err
					}
					detail = "speaker " + string(data)
				}
				fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\n", e.Number, e.Time.Format(time.RFC3339), e.By, e.Act, e.Article, detail)
			}
			return w.Flush()
		}),
	}
	c.Flags().IntVarP(&n, "lines", "n", 20, "how many `LINES`")
	return c
}
