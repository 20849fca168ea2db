package syntax

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
)

// alone makes the only paragraph of an untitled article, and what finds its
// mentions.
func alone(text string) (*Paragraph, *phrases) {
	ts := tokenize(text, nil)
	q := &Paragraph{Text: text, Tokens: ts, Headline: headline(ts)}
	return q, &phrases{c: casingOf([]Paragraph{{}, *q})}
}

// describe prints the mentions of a paragraph, nested ones behind ">".
func describe(text string) string {
	q, p := alone(text)
	ts := q.Tokens
	var out []string
	for _, m := range p.find(q, nil, nil) {
		s := text[m.Start:m.End]
		if m.Within >= 0 {
			s = ">" + s
		}
		if m.Name[0] < m.Name[1] {
			if n := text[ts[m.Name[0]].Start:ts[m.Name[1]-1].End]; n != text[m.Start:m.End] {
				s += fmt.Sprintf(" [%s]", n)
			}
		}
		if m.Role[0] < m.Role[1] {
			s += fmt.Sprintf(" {%s}", text[ts[m.Role[0]].Start:ts[m.Role[1]-1].End])
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestMentions(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"title before a name", `Then President Jane Doe said no.`, `President Jane Doe [Jane Doe] {President}`},
		{"long title", `But Norlandian Secretary of State Ann B. Roe Jr. said no.`, `Norlandian Secretary of State Ann B. Roe Jr. [Ann B. Roe Jr.] {Norlandian Secretary of State}; >Norlandian`},
		{"honorific", `“No,” Mrs. O’Hara said.`, `Mrs. O’Hara [O’Hara] {Mrs.}`},
		{"apposition", `Jane Doe, the union’s secretary-general, said no.`, `Jane Doe {the union’s secretary-general}; the union’s secretary-general; >the union`},
		{"name in apposition", `The group’s leader, Jane Doe, told state radio.`, `The group’s leader; >The group; Jane Doe {The group’s leader}; state radio`},
		{"role before a name", `It was his campaign manager Jane Doe who spoke.`, `It; his campaign manager Jane Doe [Jane Doe] {his campaign manager}; >his; who`},
		{"spokesman for", `A spokesman for Mr. Doe said no.`, `A spokesman for Mr. Doe; >Mr. Doe [Doe] {Mr.}`},
		{"familiar with", `a person familiar with the talks said`, `a person familiar with the talks; >the talks`},
		{"name as modifier", `Some Doe campaign aides said no.`, `Some Doe campaign aides; >Doe`},
		{"particles", `In Rome, Ursula von der Berg met Abdul al-Sayid and Juan de la Cruz.`, `Rome; Ursula von der Berg; Abdul al-Sayid; Juan de la Cruz`},
		{"agency", `Norland’s state-run Norda News Agency said no.`, `Norland’s state-run Norda News Agency [Norda News Agency]; >Norland`},
		{"bare plural", `Residents of the town said no.`, `Residents of the town; >the town`},
		{"acronym", `NORDA reported it.`, `NORDA; it`},
		{"member of a party", `Sen. Ann Roe, Republican of West Norland, said no.`, `Sen. Ann Roe [Ann Roe] {Sen.}; Republican of West Norland [Republican]; >West Norland`},
		{"a surname that is a title", `Ann B. King of New Brae said no.`, `Ann B. King of New Brae [Ann B. King]; >New Brae`},
		{"a press office", `The White House press secretary, Ann Roe, said no.`, `The White House press secretary; >White House; Ann Roe {The White House press secretary}`},
		{"hyphens first", `Brae-based strategist Ann Roe and 14-year-old Jane Doe said no.`, `Brae-based strategist Ann Roe [Ann Roe] {Brae-based strategist}; 14-year-old Jane Doe [Jane Doe]`},
		{"plural of man", `Fishermen said no.`, `Fishermen`},
		{"letters behind a name", `Rosa Quill MP warned them.`, `Rosa Quill MP [Rosa Quill]; them`},
		{"a degree behind a surname", `Varney MD et al. measured it.`, `Varney MD [Varney]; it`},
		{"other scripts", `Потом Мария Иванова сказала.`, `Потом Мария Иванова`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, describe(tt.text)); d != "" {
				t.Error(d)
			}
		})
	}
}

func BenchmarkMentions(b *testing.B) {
	text := strings.Repeat("“Go,” Mr. O’Neill, the union’s secretary-general, said of the $3.5 million plan. He’d left the U.S. in 2012. ", 20)
	q, p := alone(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		p.find(q, nil, nil)
	}
}

func FuzzMentions(f *testing.F) {
	f.Add("President Jane Doe, the union’s head, said “no” to a spokesman for Mr. al-Sayid of the U.N.", 4, 30)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		q, p := alone(text)
		ts := q.Tokens
		var quoted []corpus.Span
		if 0 <= start && start < end {
			quoted = []corpus.Span{{Start: start, End: end}}
		}
		ms := p.find(q, quoted, nil)
		for k, m := range ms {
			if m.First >= m.Stop || m.Stop > len(ts) || m.Head < m.First || m.Head >= m.Stop || m.After < m.Stop || m.After > len(ts) ||
				m.Start != ts[m.First].Start || m.End != ts[m.Stop-1].End || m.Name[1] > m.Stop || m.Within >= k || m.Apposed >= len(ms) {
				t.Fatalf("bad mention %+v of %d tokens", m, len(ts))
			}
			if k > 0 && m.First < ms[k-1].First {
				t.Fatalf("mention %d is out of order", k)
			}
		}
	})
}
