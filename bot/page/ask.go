package page

import (
	"context"
	"crypto/rand"
	"net/http"
	"net/url"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// form is what can be asked on a page.
type form struct {
	Action  string
	Article string // the only one to look in; "" = all
	// What was asked, so that it can be put in other words. It comes from the
	// request and goes back to whoever made it.
	Do, Text, Speaker string
}

func (v *visit) form(article string) form {
	return form{Action: v.here(""), Article: article, Do: "ask"}
}

// reading is the outcome of a reply that opens an article to be read.
const reading = "read"

// maxBody bounds what a reader may send, in bytes: the longest question in any
// script, and an address beside it.
const maxBody = 16 << 10

// answerPage is what the template of an answer shows.
type answerPage struct {
	*frame
	Form    form
	Reply   reply
	Back    string // the page that it was asked on
	Address string // of the passages shown, to pass on; "" when there are none
}

// ask answers a question.
func (v *visit) ask(ctx context.Context) (*sheet, error) {
	f := v.form(v.address.Article)
	ev, ok := v.event(&f)
	if !ok {
		return nil, errNothing
	}
	said := v.pages.Desk.Handle(ctx, ev)
	if said.Outcome == reading && !v.whole() {
		// "a1¶7" opens an article there, to be read on page by page.
		said = say.Reply{Text: say.Escape(v.words.NothingCited)}
	}
	p := &answerPage{frame: v.frame(v.words.Answer), Form: f, Back: f.Action}
	var err error
	if p.Reply, err = v.reply(ctx, said); err != nil {
		return nil, err
	}
	if shown := said.Excerpts[:min(len(said.Excerpts), maxShown)]; len(shown) > 0 {
		a := Address{Shown: shown}
		if a.shows() {
			p.Address = v.link(a)
		}
	}
	s, err := v.sheet("answer", p, "")
	if s != nil {
		s.unkept = true
	}
	return s, err
}

// event is what a reader asks, as the desk reads it: the commands that members
// have, and buttons under an answer. f takes up what was asked.
func (v *visit) event(f *form) (ev say.Event, ok bool) {
	sent, ok := sentForm(v.r)
	if !ok {
		return ev, false
	}
	ev = say.Event{
		Kind: say.Command, Server: v.address.Server, Member: reader(v.r), Locale: locale(v.r),
		// An answer belongs to nobody who could go on from it.
		Channel: rand.Text(), Private: true, Options: map[string]string{"private": "true"},
	}
	if ev.Server == House {
		ev.Server = ""
	}
	if f.Article != "" {
		ev.Options["article"] = f.Article
	}
	f.Do, f.Text, f.Speaker = sent.Get("do"), strings.TrimSpace(sent.Get("q")), strings.TrimSpace(sent.Get("speaker"))
	text := "question"
	switch f.Do {
	case "ask":
		ev.Command = "ask"
	case "said":
		ev.Command, text = "said", "about"
	case "check":
		ev.Command, text = "check", "quote"
	case "press":
		ev.Kind, ev.CustomID = say.Press, sent.Get("id")
	case "choose":
		ev.Kind, ev.CustomID, ev.Values = say.Choose, sent.Get("id"), []string{sent.Get("value")}
	default:
		return ev, false
	}
	if f.Text != "" {
		ev.Options[text] = f.Text
	}
	if f.Speaker != "" && f.Do != "ask" {
		ev.Options["speaker"] = f.Speaker
	}
	return ev, true
}

// sentForm reads the body of a request; what stands in its address is not read
// for a question.
func sentForm(r *http.Request) (url.Values, bool) {
	kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	if kind != "application/x-www-form-urlencoded" {
		return nil, false
	}
	r.Body = http.MaxBytesReader(nil, r.Body, maxBody)
	if err := r.ParseForm(); err != nil {
		return nil, false
	}
	for _, values := range r.PostForm {
		for i := range values {
			values[i] = strings.ToValidUTF8(values[i], "\uFFFD")
		}
	}
	return r.PostForm, true
}

// locale is the language that a reader wants first.
func locale(r *http.Request) string {
	first, _, _ := strings.Cut(r.Header.Get("Accept-Language"), ",")
	first, _, _ = strings.Cut(first, ";")
	return strings.TrimSpace(first)
}
