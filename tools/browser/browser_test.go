package browser

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/verbatim-bot/verbatim/bot/page"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// required says that a machine without a browser, or without axe, is a failure.
var required = os.Getenv("BROWSER_TESTS") == "required"

// lacks skips a test for want of something, or fails it where that is required.
func lacks(t *testing.T, what string) {
	t.Helper()
	if required {
		t.Fatal(what)
	}
	t.Skip(what)
}

// open starts a browser for a test.
func open(t *testing.T) context.Context {
	t.Helper()
	tab, end, err := Open(t.Context())
	if errors.Is(err, ErrNone) {
		lacks(t, err.Error())
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	return tab
}

func serve(t *testing.T, articles ...*corpus.Article) *page.Pages {
	t.Helper()
	p, end, err := Serve(t.Context(), articles...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := end(); err != nil {
			t.Error(err)
		}
	})
	return p
}

func do(tab context.Context, t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(tab, steps...); err != nil {
		t.Fatal(err)
	}
}

// js evaluates an expression in the page.
func js[T any](tab context.Context, t *testing.T, expression string) T {
	t.Helper()
	v, err := chromedp.Run(tab, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

var desktop = Look{Width: 1280, Height: 900}

const arabic = `عنوان المقال
قال أحمد سالم إن الميناء سيغلق يوم الاثنين لأن الجدار متصدع.
ولا أحد يعرف متى يفتح من جديد.
`

func parsed(t *testing.T, text string) *corpus.Article {
	t.Helper()
	a, err := corpus.Parse("a.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// sixty is an article of 60 paragraphs, each with somebody's words.
func sixty(t *testing.T) *corpus.Article {
	t.Helper()
	names := strings.Fields("Aas Berg Dahl Eide Foss Gran Holm Lund Moe Nord Ruud Vik")
	var b strings.Builder
	b.WriteString("Sixty things that people of Lomvik say of their quay\n")
	for i := range 60 {
		n := names[i%len(names)]
		fmt.Fprintf(&b, "“We cannot repair wall %d while ships lie there,” said Marit %s, who keeps the harbour. The council of the town met for the %d. time this year, and nobody took notes of what was decided. According to Jon %s, the work would take a year and cost %d crowns, which the town does not have.\n", i, n, i+2, n, 1000*i+7)
	}
	return parsed(t, b.String())
}

// kinds are one page of each kind: what is seen at an address, or after a form.
func kinds(t *testing.T, p *page.Pages) []struct{ name, address, send string } {
	t.Helper()
	a := corpus.Default()
	e := say.Excerpt{Ref: corpus.Ref{Article: "a1", Paragraph: 10, Span: corpus.Span{End: 55}}, Mark: corpus.Span{Start: 4, End: 14}, Revision: a.Revision}
	both := page.Address{Server: page.House, Shown: []say.Excerpt{e, {Ref: corpus.Ref{Article: "a1", Paragraph: 2, Span: corpus.Span{End: 21}}}}}
	home := p.Base + page.Address{Server: page.House}.String()
	article := p.Base + page.Address{Server: page.House, Article: "a1"}.String()
	return []struct{ name, address, send string }{
		{"article", article, ""},
		{"one speaker", article + "?who=0", ""},
		{"citation", p.Link("", store.Settings{}, e), ""},
		{"right to left", p.Base + page.Address{Server: page.House, Article: "a2"}.String(), ""},
		{"articles", home, ""},
		{"passages", p.Base + both.String(), ""},
		{"answer", article, "ask|Who runs the alliance?"},
		{"no answer", home, "ask|How high is the tower of Pisa?"},
		{"said", article, "said|"},
		{"check", home, "check|Everyone walks in large groups"},
		{"nothing", p.Base + "/a/house/a99", ""},
	}
}

// visit opens a page, and sends a form of it without the script when send names
// one.
func visit(tab context.Context, t *testing.T, look Look, address, send string) {
	t.Helper()
	do(tab, t, look.Action(), chromedp.Navigate("about:blank"), chromedp.Navigate(address))
	if send == "" {
		return
	}
	which, text, _ := strings.Cut(send, "|")
	form := fmt.Sprintf(`[...document.forms].find((f) => f.elements.do.value === %q)`, which)
	loaded := chromedp.WaitEvent(cdppage.LoadEventFired, nil, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := chromedp.Evaluate[any](fmt.Sprintf(`{ const f = %s; f.elements.q.value = %q; HTMLFormElement.prototype.submit.call(f); null }`, form, text))(ctx, target)
		return err
	}))
	if _, err := chromedp.Run(tab, loaded); err != nil {
		t.Fatal(err)
	}
}

// TestAxe finds nothing to complain of on any kind of page, light and dark.
func TestAxe(t *testing.T) {
	tab := open(t)
	path := os.Getenv("AXE")
	if path == "" {
		lacks(t, "AXE names no axe.min.js: .ci/axe fetches it")
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p := serve(t, corpus.Default(), parsed(t, arabic))
	for _, kind := range kinds(t, p) {
		for name, look := range map[string]Look{"light": desktop, "dark": {Width: 1280, Height: 900, Dark: true}, "narrow": {Width: 320, Height: 640}} {
			t.Run(kind.name+"/"+name, func(t *testing.T) {
				visit(tab, t, look, kind.address, kind.send)
				js[any](tab, t, string(axe)+"; null")
				found := js[string](tab, t, `axe.run({resultTypes: ["violations"]}).then((r) => JSON.stringify(r.violations.map((v) => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200) + " " + n.failureSummary)}))))`)
				var faults []struct {
					ID, Help string
					Nodes    []string
				}
				if err := json.Unmarshal([]byte(found), &faults); err != nil {
					t.Fatal(err)
				}
				for _, f := range faults {
					t.Errorf("%s: %s\n%s", f.ID, f.Help, strings.Join(f.Nodes, "\n"))
				}
			})
		}
	}
}

// TestStored compares what the browser holds of every paragraph, quote and
// citation with the stored bytes: for ten articles of newspapers, where the
// evaluation sets are, and for 200 made at random.
func TestStored(t *testing.T) {
	tab := open(t)
	var articles []*corpus.Article
	if shared := os.Getenv("VERBATIM_SHARED"); shared != "" {
		data, err := os.ReadFile(filepath.Join(shared, "eval", "quotes", "dev.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(string(data), "\n") {
			var story struct{ ID, Text string }
			if err := json.Unmarshal([]byte(line), &story); err != nil || len(articles) == 10 {
				break
			}
			a, err := corpus.Parse(story.ID, []byte(story.Text))
			if err != nil {
				t.Fatal(err)
			}
			articles = append(articles, a)
		}
	}
	t.Logf("%d articles of newspapers", len(articles))
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		articles = append(articles, random(r))
	}
	p := serve(t, articles...)
	do(tab, t, desktop.Action())
	quotes := 0
	for _, a := range articles {
		quotes += compare(tab, t, p, a, r)
	}
	t.Logf("%d articles, %d quotes", len(articles), quotes)
	if quotes < 500 {
		t.Error("that is few quotes")
	}
}

// compare compares one article, with a citation of a random span in each of its
// first paragraphs.
func compare(tab context.Context, t *testing.T, p *page.Pages, a *corpus.Article, r *rand.Rand) (quotes int) {
	t.Helper()
	var shown []say.Excerpt
	for n := 1; n <= min(len(a.Paragraphs), 10); n++ {
		at := []int{len(a.Paragraphs[n-1].Text)}
		for i := range a.Paragraphs[n-1].Text {
			at = append(at, i)
		}
		from, to := at[r.IntN(len(at))], at[r.IntN(len(at))]
		if from > to {
			from, to = to, from
		}
		if from < to {
			shown = append(shown, say.Excerpt{Ref: corpus.Ref{Article: a.ID, Paragraph: n, Span: corpus.Span{Start: from, End: to}}, Revision: a.Revision})
		}
	}
	address := p.Base + page.Address{Server: page.House, Article: a.ID, Shown: shown}.String()
	do(tab, t, chromedp.Navigate(address))
	got := js[struct {
		Paragraphs []string          `json:"p"`
		Quotes     map[string]string `json:"q"`
		Marks      []string          `json:"x"`
		Scripts    int               `json:"s"`
	}](tab, t, `(() => {
		const q = {};
		document.querySelectorAll("[data-q]").forEach((s) => s.dataset.q.split(" ").forEach((n) => q[n] = (q[n] || "") + s.textContent));
		return {p: [...document.querySelectorAll(".par > p")].map((p) => p.textContent), q, s: document.scripts.length,
			x: [...document.querySelectorAll("mark")].sort((a, b) => a.id.slice(1) - b.id.slice(1)).map((m) => m.textContent)};
	})()`)
	stored := func(r corpus.Ref) string {
		words, err := a.Cut(r)
		if err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(words, "\x00", "\uFFFD") // HTML has no NUL
	}
	if len(got.Paragraphs) != len(a.Paragraphs) || len(got.Marks) != len(shown) || got.Scripts != 1 {
		t.Fatalf("%s: %d paragraphs of %d, %d citations of %d, %d scripts", a.File, len(got.Paragraphs), len(a.Paragraphs), len(got.Marks), len(shown), got.Scripts)
	}
	for i, text := range got.Paragraphs {
		if want := stored(a.Whole(i + 1)); text != want {
			t.Errorf("%s: ¶ %d reads\n%q, stored is\n%q", a.File, i+1, text, want)
		}
	}
	for i, q := range quote.Extract(a).Quotes {
		if q.Ref.Paragraph == 0 {
			continue
		}
		quotes++
		if text := got.Quotes[fmt.Sprint(i+1)]; text != stored(q.Ref) {
			t.Errorf("%s: quote %d reads %q, stored is %q", a.File, i+1, text, stored(q.Ref))
		}
	}
	for i, e := range shown {
		if got.Marks[i] != stored(e.Ref) {
			t.Errorf("%s: citation %d reads %q, stored is %q", a.File, i+1, got.Marks[i], stored(e.Ref))
		}
	}
	return quotes
}

// random is an article of pieces of all kinds, hostile ones among them.
func random(r *rand.Rand) *corpus.Article {
	parts := strings.Split("“We saw it,” |said Ann Lund. |told Kystnytt |that | the “wall” |he said. |Mr. Vik |“No & <yes>,” |‘maybe’ |she added. |\r|é👩‍🚀 |\u202e|according to |the harbour master|, |“Open |\n|</p><script>alert(1)</script> |<!-- |&lt; |\u200f|\u2028", "|")
	a := &corpus.Article{Title: "T", Language: "en"}
	for range 1 + r.IntN(6) {
		var b strings.Builder
		b.WriteString("It ")
		for range 1 + r.IntN(14) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: b.String()})
	}
	return a
}

// TestCitation opens the link of a citation: its words are marked and in view.
func TestCitation(t *testing.T) {
	tab := open(t)
	a := sixty(t)
	p := serve(t, a)
	at := strings.Index(a.Paragraphs[49].Text, "The council")
	e := say.Excerpt{Ref: corpus.Ref{Article: a.ID, Paragraph: 50, Span: corpus.Span{Start: at, End: at + 40}}}
	for name, look := range map[string]Look{"desktop": desktop, "narrow": {Width: 320, Height: 600}, "without script": {Width: 1280, Height: 900, NoScript: true}, "dark": {Width: 1280, Height: 900, Dark: true}, "forced colours": {Width: 1280, Height: 900, Forced: true}} {
		t.Run(name, func(t *testing.T) {
			visit(tab, t, look, p.Link("", store.Settings{}, e), "")
			got := js[struct {
				Top, Bottom, Height float64
				Text, Mark, Paper   string
			}](tab, t, `(() => { const m = document.getElementById("x1"), b = m.getBoundingClientRect();
				return {Top: b.top, Bottom: b.bottom, Height: innerHeight, Text: m.textContent,
					Mark: getComputedStyle(m).backgroundColor, Paper: getComputedStyle(document.documentElement).backgroundColor}; })()`)
			want, err := a.Cut(e.Ref)
			if err != nil || got.Text != want {
				t.Errorf("marked %q, want %q, %v", got.Text, want, err)
			}
			if got.Top < 0 || got.Bottom > got.Height {
				t.Errorf("from %.0f to %.0f of a window of %.0f", got.Top, got.Bottom, got.Height)
			}
			if got.Mark == got.Paper || got.Mark == "rgba(0, 0, 0, 0)" {
				t.Errorf("the mark is %s on %s", got.Mark, got.Paper)
			}
		})
	}
}

// TestGolden asks, and follows the links under the answer to the words.
func TestGolden(t *testing.T) {
	tab := open(t)
	p := serve(t, corpus.Default())
	for _, look := range []Look{desktop, {Width: 1280, Height: 900, NoScript: true}} {
		visit(tab, t, look, p.Base+"/a/house/a1", "")
		do(tab, t, chromedp.SendKeys(chromedp.CSS("#f-q"), "Who runs the alliance?"+kb.Enter), chromedp.WaitVisible(chromedp.CSS("#answer blockquote")))
		if at := js[string](tab, t, "location.href"); strings.Contains(at, "alliance") {
			t.Errorf("the question stands in the address %s", at)
		}
		said := js[string](tab, t, `document.querySelector("#answer blockquote p").textContent`)
		link := js[string](tab, t, `document.querySelector("#answer .place a").href`)
		do(tab, t, chromedp.Navigate(link))
		mark := js[string](tab, t, `document.getElementById("x1").textContent`)
		if said == "" || said != mark {
			t.Errorf("the answer reads %q and its page marks %q", said, mark)
		}
	}
}

// TestWeight measures a page of 60 paragraphs: what is transferred, whom is
// asked, whether anything moves, and that the policy stops nothing of ours.
func TestWeight(t *testing.T) {
	tab := open(t)
	p := serve(t, sixty(t))
	watch := `window.moved = 0; window.stopped = [];
		new PerformanceObserver((l) => l.getEntries().forEach((e) => window.moved += e.value)).observe({type: "layout-shift", buffered: true});
		document.addEventListener("securitypolicyviolation", (e) => window.stopped.push(e.violatedDirective + " " + e.blockedURI));`
	do(tab, t, desktop.Action(), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: watch})
		return err
	}), chromedp.Navigate(p.Base+"/a/house/a1"))
	got := js[struct {
		Bytes   float64
		Hosts   []string
		Moved   float64
		Stopped []string
		Cookie  string
	}](tab, t, `new Promise((r) => setTimeout(r, 500)).then(() => { const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
		return {Bytes: all.reduce((n, e) => n + e.transferSize, 0), Hosts: [...new Set(all.map((e) => new URL(e.name).host))], Moved: window.moved, Stopped: window.stopped, Cookie: document.cookie}; })`)
	u, err := url.Parse(p.Base)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%.0f bytes, layout shift %v", got.Bytes, got.Moved)
	if got.Bytes > 60<<10 || got.Bytes < 1000 {
		t.Errorf("%.0f bytes are transferred, want at most 60 KB", got.Bytes)
	}
	if !slices.Equal(got.Hosts, []string{u.Host}) || got.Moved != 0 || len(got.Stopped) > 0 || got.Cookie != "" {
		t.Errorf("%+v", got)
	}
}

// TestWidth has nothing to scroll to the side: at 320 pixels, at twice the size,
// from right to left and for any title.
func TestWidth(t *testing.T) {
	tab := open(t)
	p := serve(t, corpus.Default(), parsed(t, arabic), parsed(t, strings.Repeat("Donaudampfschifffahrtsgesellschaft", 6)+"\n“"+strings.Repeat("Aaaaaaaaaaaaaaaaaaa", 20)+",” said Ann Lund.\n"))
	all := kinds(t, p)
	all = append(all, struct{ name, address, send string }{"long words", p.Base + "/a/house/a3", ""})
	for _, kind := range all {
		for name, look := range map[string]Look{"320 px": {Width: 320, Height: 640}, "200 %": {Width: 640, Height: 450, Scale: 2}, "1280 px": desktop} {
			visit(tab, t, look, kind.address, kind.send)
			if over := js[int](tab, t, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
				t.Errorf("%s at %s is %d px too wide", kind.name, name, over)
			}
		}
	}
	visit(tab, t, desktop, p.Base+"/a/house/a2", "")
	if got := js[bool](tab, t, `(() => { const n = document.querySelector(".par .n").getBoundingClientRect(), p = document.querySelector(".par > p").getBoundingClientRect(); return n.left > p.right - 1; })()`); !got {
		t.Error("an Arabic article does not begin at the right")
	}
}

// TestKeys reaches a tooltip by the keyboard, closes it by Escape, and chooses a
// speaker with and without the script.
func TestKeys(t *testing.T) {
	tab := open(t)
	p := serve(t, corpus.Default())
	visit(tab, t, desktop, p.Base+"/a/house/a1", "")
	tip := `(() => { const a = document.activeElement.closest(".who a"); if (!a) return ""; const t = document.getElementById(a.getAttribute("aria-describedby")); return getComputedStyle(t).display === "none" ? "hidden" : t.textContent; })()`
	for range 12 {
		do(tab, t, chromedp.KeyEvent(kb.Tab))
		if js[string](tab, t, tip) != "" {
			break
		}
	}
	if got := js[string](tab, t, tip); !strings.Contains(got, "in other words") {
		t.Fatalf("the tooltip that Tab comes to: %q", got)
	}
	do(tab, t, chromedp.KeyEvent(kb.Escape))
	if got := js[string](tab, t, tip); got != "hidden" {
		t.Errorf("after Escape: %q", got)
	}
	colours := `[...document.querySelectorAll("main .q")].filter((e) => getComputedStyle(e).borderBottomStyle !== "none").map((e) => [...e.classList].find((c) => /^c./.test(c)))`
	all := js[[]string](tab, t, colours)
	for _, script := range []bool{true, false} {
		visit(tab, t, Look{Width: 1280, Height: 900, NoScript: !script}, p.Base+"/a/house/a1", "")
		do(tab, t, chromedp.Click(chromedp.CSS(".speakers li:nth-child(2) a")))
		if !script {
			do(tab, t, chromedp.WaitVisible(chromedp.CSS(`.speakers a[aria-current="true"]`)))
		}
		few := js[[]string](tab, t, colours)
		if len(few) == 0 || len(few) >= len(all) || slices.ContainsFunc(few, func(c string) bool { return c != "c1" }) {
			t.Errorf("script %v: coloured are %v", script, few)
		}
	}
}

// TestPrint prints the words and who says them, and nothing to press.
func TestPrint(t *testing.T) {
	tab := open(t)
	p := serve(t, corpus.Default())
	visit(tab, t, Look{Width: 1000, Height: 900, Print: true}, p.Base+"/a/house/a1", "")
	got := js[map[string]int](tab, t, `(() => { const seen = (s) => [...document.querySelectorAll(s)].filter((e) => e.getClientRects().length).length;
		return {words: seen(".par > p"), names: seen(".who li"), lines: seen(".q"), forms: seen("form"), panel: seen(".panel")}; })()`)
	if got["words"] != 26 || got["names"] < 20 || got["forms"]+got["panel"] != 0 {
		t.Errorf("printed: %v", got)
	}
}
