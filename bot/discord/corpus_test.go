package discord_test

import (
	"bytes"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/moderate"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/fetch"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

const logChannel = "300000000000000099"

// stocked is a bot with records and an index on disk, online at a fake
// Discord.
type stocked struct {
	*discordtest.Server
	t       *testing.T
	desk    *desk.Desk
	records *store.Store
	library *index.Library
}

// cdnFiles answers for Discord's file hosts.
type cdnFiles map[string][]byte

func (f cdnFiles) RoundTrip(r *http.Request) (*http.Response, error) {
	data, ok := f[r.URL.String()]
	res := &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(data)), Request: r}
	if !ok {
		res.StatusCode = http.StatusNotFound
	}
	return res, nil
}

func openStock(t *testing.T, files cdnFiles, fetcher *fetch.Fetcher) *stocked {
	t.Helper()
	records, library := openRecords(t)
	quiet := slog.New(slog.DiscardHandler)
	s := &stocked{t: t, records: records, library: library}
	s.desk = &desk.Desk{
		Scopes: library.Scope, Engine: ask.New(), Key: say.Key("test"), Log: quiet,
		Books: desk.Books{Settings: records.Settings, Set: records.SetSettings},
		Stock: moderate.New(records, library, &http.Client{Transport: files}, fetcher),
	}
	s.Server = online(t, s.desk)
	return s
}

// do uses a command or component as a moderator.
func (s *stocked) do(in discordtest.Interaction) discordtest.Call {
	s.t.Helper()
	in.Permissions = manageServer
	return s.Reply(s.Interact(in))
}

// press presses a button of a reply.
func (s *stocked) press(c discordtest.Call, label string) discordtest.Call {
	s.t.Helper()
	for _, b := range c.Buttons() {
		if b.Label == label {
			return s.do(discordtest.Press(b.CustomID, c.Message))
		}
	}
	s.t.Fatalf("no button %q under\n%s", label, c.Text())
	return c
}

func (s *stocked) logChannelOn() {
	s.t.Helper()
	_, err := s.records.SetSettings(discordtest.GuildID, "m", func(set *store.Settings) { set.LogChannel = logChannel })
	if err != nil {
		s.t.Fatal(err)
	}
}

func wantText(t *testing.T, c discordtest.Call, want ...string) {
	t.Helper()
	if !c.Private {
		t.Errorf("everybody sees\n%s", c.Text())
	}
	for _, w := range want {
		if !strings.Contains(c.Text(), w) {
			t.Errorf("no %q in\n%s", w, c.Text())
		}
	}
}

const harbourURL = "https://cdn.discordapp.com/ephemeral-attachments/1/2/harbour.txt?ex=1"

func attach(command, url string, size int, more ...map[string]any) discordtest.Interaction {
	return discordtest.Slash(command, append(more, discordtest.FileOpt("file", "900000000000000001"))...).
		WithFile("900000000000000001", "harbour.txt", url, size)
}

func harbourFile(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "desk", "testdata", "harbour.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestCorpusLife adds, edits, asks, replaces, undoes, removes and restores an
// article as a moderator does.
func TestCorpusLife(t *testing.T) {
	file := harbourFile(t)
	second := bytes.Replace(file, []byte("12 crowns"), []byte("15 crowns"), 1)
	const secondURL = "https://media.discordapp.net/attachments/1/3/harbour.txt"
	s := openStock(t, cdnFiles{harbourURL: file, secondURL: second}, nil)
	s.logChannelOn()

	preview := s.do(attach("corpus add", harbourURL, len(file)))
	wantText(t, preview, "Nothing is added yet", "Ferry line to Östholm closes", "Paragraphs: 8", "> The last ferry")
	if diff := cmp.Diff([]string{"Add", "Edit details", "Cancel"}, labels(preview)); diff != "" {
		t.Errorf("buttons (-want +got):\n%s", diff)
	}
	if list, _ := s.records.Articles(discordtest.GuildID); len(list) != 0 {
		t.Error("the preview added the article")
	}
	form := s.press(preview, "Edit details")
	formID := form.Modal()
	preview = s.do(discordtest.Submit(formID, preview.Message, map[string]string{
		"title": "Ferry ends", "publisher": "Norrland Post", "date": "14 May 2024", "url": "https://norrlandpost.example/ferry",
	}))
	wantText(t, preview, "**Ferry ends**", "Norrland Post", "2024-05-14", "<https://norrlandpost.example/ferry>")
	added := s.press(preview, "Add")
	wantText(t, added, "Added: `a1` *Ferry ends*")
	again := s.press(preview, "Add")
	wantText(t, again, "That preview is settled already")
	price := func() string {
		return s.do(discordtest.Slash("ask", discordtest.Opt("question", "What do tickets for Sunday's crossing cost?"), discordtest.Opt("private", true))).Text()
	}
	answer := s.do(discordtest.Slash("ask", discordtest.Opt("question", "What do tickets for Sunday's crossing cost?"), discordtest.Opt("private", true)))
	wantText(t, answer, "12 crowns")

	same := s.do(attach("corpus add", harbourURL, len(file)))
	wantText(t, same, "This very file is here already: `a1`")
	wantText(t, s.press(same, "Cancel"), "Nothing was changed.")

	preview = s.do(attach("corpus replace", secondURL, len(second), discordtest.Opt("article", "a1")))
	wantText(t, preview, "new text for `a1`", "Norrland Post · date: 2024-05-14", "Paragraphs: 0 new, 0 gone, 1 changed")
	replaced := s.press(preview, "Replace")
	wantText(t, replaced, "Replaced: `a1`", "revision 2")
	if got := price(); !strings.Contains(got, "15 crowns") {
		t.Errorf("after the replacement:\n%s", got)
	}
	old := s.press(answer, "Context")
	wantText(t, old, "as it was then", "12 crowns")
	wantText(t, s.press(replaced, "Undo"), "Undone: `a1`")
	if got := price(); !strings.Contains(got, "12 crowns") {
		t.Errorf("after the undo:\n%s", got)
	}
	wantText(t, s.press(replaced, "Undo"), "cannot be undone any more")

	question := s.do(discordtest.Slash("corpus remove", discordtest.Opt("article", "a1")))
	wantText(t, question, "Remove `a1`", "30 days")
	removed := s.press(question, "Remove")
	wantText(t, removed, "Removed: `a1`")
	if got := price(); strings.Contains(got, "crowns") {
		t.Errorf("after the removal:\n%s", got)
	}
	wantText(t, s.do(discordtest.Slash("corpus restore", discordtest.Opt("article", "a1"))), "Restored: `a1`")
	wantText(t, s.press(removed, "Undo"), "cannot be undone any more")

	posts := s.Wait(5, func(c discordtest.Call) bool { return c.Channel == logChannel && c.Kind == discordtest.CreateMessage })
	var told []string
	for _, c := range posts {
		told = append(told, strings.TrimPrefix(c.Text(), "<@"+discordtest.Member+"> "))
	}
	want := []string{
		"added `a1` *Ferry ends*.", "replaced `a1` *Ferry line to Östholm closes after forty years*, revision 2.",
		"undid the last change of `a1`.", "removed `a1` *Ferry ends*.", "restored `a1` *Ferry ends*.",
	}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("log channel (-want +got):\n%s", diff)
	}
}

// TestCorpusLogUndo undoes from the log channel, where everybody sees it.
func TestCorpusLogUndo(t *testing.T) {
	file := harbourFile(t)
	s := openStock(t, cdnFiles{harbourURL: file}, nil)
	s.logChannelOn()
	s.press(s.do(attach("corpus add", harbourURL, len(file))), "Add")
	s.press(s.do(discordtest.Slash("corpus remove", discordtest.Opt("article", "a1"))), "Remove")
	post := s.Wait(1, func(c discordtest.Call) bool { return c.Channel == logChannel && strings.Contains(c.Text(), "removed") })[0]
	for _, b := range post.Buttons() {
		got := s.Reply(s.Interact(discordtest.Press(b.CustomID, post.Message)))
		wantText(t, got, "needs the Manage Server permission")
		in := discordtest.Press(b.CustomID, post.Message)
		in.Guild = "200000000000000077"
		wantText(t, s.do(in), "That button is not for this place")
	}
	if got := s.press(post, "Undo"); got.Private || !strings.Contains(got.Text(), "removed `a1`") || !strings.HasSuffix(got.Text(), "Undone by <@"+discordtest.Member+">.") {
		t.Errorf("private %v:\n%s", got.Private, got.Text())
	}
	if list, err := s.records.Articles(discordtest.GuildID); err != nil || len(list) != 1 {
		t.Errorf("%v %v", list, err)
	}
}

// TestCorpusSources gives what cannot be an article, from where it cannot come.
func TestCorpusSources(t *testing.T) {
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/story" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write(harbourFile(t))
	}))
	t.Cleanup(page.Close)
	anywhere := fetch.New("test", func(netip.AddrPort) error { return nil })
	host := "https://cdn.discordapp.com/attachments/1/2/"
	files := cdnFiles{host + "empty": nil, host + "binary": {0, 1, 2, 0, 0xff, 0xfe, 0, 0}, host + "long": bytes.Repeat([]byte("ab "), 4<<20)}
	for _, tt := range []struct {
		name  string
		in    discordtest.Interaction
		fetch *fetch.Fetcher
		want  string
	}{
		{"empty", attach("corpus add", host+"empty", 0), nil, "There is no text in that."},
		{"binary", attach("corpus add", host+"binary", 8), nil, "That is not a text page or file."},
		{"said to be large", attach("corpus add", host+"empty", 11<<20), nil, "That is over 10 MB"},
		{"large", attach("corpus add", host+"long", 5), nil, "That is over 10 MB"},
		{"gone", attach("corpus add", host+"gone", 5), nil, "Discord did not give me that file."},
		{"elsewhere", attach("corpus add", "https://cdn.discordapp.com.evil.example/x", 5), nil, "Discord did not give me that file."},
		{"plain http", attach("corpus add", "http://cdn.discordapp.com/x", 5), nil, "Discord did not give me that file."},
		{"both", attach("corpus add", host+"empty", 5, discordtest.Opt("url", "https://x.example")), nil, "Give a file or a web address"},
		{"links off", discordtest.Slash("corpus add", discordtest.Opt("url", page.URL+"/story")), nil, "Fetching web pages is switched off here."},
		{"a link", discordtest.Slash("corpus add", discordtest.Opt("url", page.URL+"/story")), anywhere, "Paragraphs: 8"},
		{"a dead link", discordtest.Slash("corpus add", discordtest.Opt("url", page.URL+"/none")), anywhere, "has no such page"},
		{"no link", discordtest.Slash("corpus add", discordtest.Opt("url", "ftp://x")), anywhere, "That is not a web address I can open"},
		{"inside", discordtest.Slash("corpus add", discordtest.Opt("url", page.URL+"/story")), fetch.New("test", fetch.Public), "not on the public web"},
		{"replace nothing", attach("corpus replace", host+"empty", 5, discordtest.Opt("article", "a7")), nil, "I cannot tell which article of this server you mean."},
		{"remove nothing", discordtest.Slash("corpus remove", discordtest.Opt("article", "h1")), nil, "I cannot tell which article of this server you mean."},
		{"restore nothing", discordtest.Slash("corpus restore", discordtest.Opt("article", "a1")), nil, "I cannot tell which article of this server you mean."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := openStock(t, files, tt.fetch)
			wantText(t, s.do(tt.in), tt.want)
			if list, err := s.records.Articles(discordtest.GuildID); err != nil || len(list) != 0 {
				t.Errorf("%v %v", list, err)
			}
			tt.in.Permissions = 0
			wantText(t, s.Reply(s.Interact(tt.in)), "needs the Manage Server permission")
		})
	}
}

// TestCorpusPaste pastes an article into the form.
func TestCorpusPaste(t *testing.T) {
	s := openStock(t, nil, nil)
	form := s.do(discordtest.Slash("corpus add"))
	id := form.Modal()
	preview := s.do(discordtest.Submit(id, "", map[string]string{
		"title": "The  mill", "text1": "The mill closes in spring, its owner said.\n\n@everyone **may** come.", "text2": "It is the last one.", "text3": "", "text4": "",
	}))
	wantText(t, preview, "**The mill**", "Paragraphs: 3", "• very short", "> It is the last one.")
	wantText(t, s.press(preview, "Add"), "Added: `a1` *The mill*")
}

// TestCorpusIndex reindexes, goes back, fixes a speaker, exports and looks at
// the state of things.
func TestCorpusIndex(t *testing.T) {
	file := harbourFile(t)
	s := openStock(t, cdnFiles{harbourURL: file}, nil)
	wantText(t, s.do(discordtest.Slash("corpus changes")), "Nothing was reindexed here yet.")
	s.press(s.do(attach("corpus add", harbourURL, len(file))), "Add")

	last := func(in discordtest.Interaction, prefix string) {
		in.Permissions = manageServer
		sent := s.Interact(in)
		s.Wait(1, func(c discordtest.Call) bool { return c.Interaction == sent.ID && strings.HasPrefix(c.Text(), prefix) })
	}
	last(discordtest.Slash("corpus reindex", discordtest.Opt("dry_run", true)), "Looked at, nothing written. Articles: 1.")
	last(discordtest.Slash("corpus reindex", discordtest.Opt("article", "a1")), "Reindexed. Articles: 1.")
	last(discordtest.Slash("corpus reindex"), "Reindexed. Articles: 1.")
	changes := s.do(discordtest.Slash("corpus changes"))
	wantText(t, changes, "**Last reindexed**", "No quote and no speaker changed.")
	wantText(t, s.press(changes, "Go back to the index before"), "The index before serves again.")

	suggest := discordtest.Suggest("corpus speaker", discordtest.Opt("article", "a1"), discordtest.Opt("quote", "lifetime"))
	suggest.Permissions = manageServer
	sent := s.Interact(suggest)
	offered := s.Wait(1, func(c discordtest.Call) bool { return c.Interaction == sent.ID })[0].Choices()
	if len(offered) == 0 {
		t.Fatal("no quote is offered")
	}
	fixed := s.do(discordtest.Slash("corpus speaker", discordtest.Opt("article", "a1"),
		discordtest.Opt("quote", offered[0].Value), discordtest.Opt("name", "Greta Holm")))
	wantText(t, fixed, "Speaker of a1¶6:", "now **Greta Holm**")
	wantText(t, s.do(discordtest.Slash("said", discordtest.Opt("speaker", "Greta Holm"), discordtest.Opt("private", true))), "lifetime")
	last(discordtest.Slash("corpus reindex"), "Reindexed. Articles: 1.")
	wantText(t, s.do(discordtest.Slash("said", discordtest.Opt("speaker", "Greta Holm"), discordtest.Opt("private", true))), "lifetime")
	wantText(t, s.do(discordtest.Slash("corpus status")), "Articles: 1", "Indexed: 1 of 1", "Speaker fixes: 1 · without their words: 0", "House articles: on", "Restorable: 0")
	wantText(t, s.press(fixed, "Undo"), "Undone: `a1`")
	wantText(t, s.do(discordtest.Slash("said", discordtest.Opt("speaker", "Greta Holm"))), "Nobody of that name")
	wantText(t, s.do(discordtest.Slash("corpus speaker", discordtest.Opt("article", "a1"), discordtest.Opt("quote", "no such words"), discordtest.Opt("name", "X"))), "I cannot tell which quote")
	wantText(t, s.do(discordtest.Slash("corpus export")), "All records of this server")
}

// TestCorpusReadAgain reads an article again that an older version read
// otherwise: a preview, a new revision, and older answers, speaker fixes and undo
// as with any replacement.
func TestCorpusReadAgain(t *testing.T) {
	file := harbourFile(t)
	s := openStock(t, cdnFiles{harbourURL: file}, nil)
	s.press(s.do(attach("corpus add", harbourURL, len(file))), "Add")
	done := func() discordtest.Call {
		in := discordtest.Slash("corpus reindex", discordtest.Opt("article", "a1"))
		in.Permissions = manageServer
		sent := s.Interact(in)
		return s.Wait(1, func(c discordtest.Call) bool {
			return c.Interaction == sent.ID && strings.HasPrefix(c.Text(), "Reindexed.")
		})[0]
	}
	wantText(t, s.press(done(), "Read again from the original"), "just as it is stored")

	// As an older version would have it: without the first paragraph.
	a, err := s.records.Article(discordtest.GuildID, "a1")
	if err != nil {
		t.Fatal(err)
	}
	older := *a
	older.Paragraphs = a.Paragraphs[1:]
	if _, err := s.records.Replace(discordtest.GuildID, "m", "a1", store.Draft{Article: &older, Original: file}); err != nil {
		t.Fatal(err)
	}
	reindexed := done()
	answer := s.do(discordtest.Slash("ask", discordtest.Opt("question", "What do tickets for Sunday's crossing cost?"), discordtest.Opt("private", true)))
	wantText(t, answer, "12 crowns")
	suggest := discordtest.Suggest("corpus speaker", discordtest.Opt("article", "a1"), discordtest.Opt("quote", "lifetime"))
	suggest.Permissions = manageServer
	sent := s.Interact(suggest)
	offered := s.Wait(1, func(c discordtest.Call) bool { return c.Interaction == sent.ID })[0].Choices()
	if len(offered) == 0 {
		t.Fatal("no quote is offered")
	}
	wantText(t, s.do(discordtest.Slash("corpus speaker", discordtest.Opt("article", "a1"), discordtest.Opt("quote", offered[0].Value), discordtest.Opt("name", "Greta Holm"))), "now **Greta Holm**")

	preview := s.press(reindexed, "Read again from the original")
	wantText(t, preview, "new text for `a1`", "Paragraphs: 1 new, 0 gone, 0 changed")
	replaced := s.press(preview, "Replace")
	wantText(t, replaced, "revision 3")
	wantText(t, s.do(discordtest.Slash("said", discordtest.Opt("speaker", "Greta Holm"), discordtest.Opt("private", true))), "lifetime")
	wantText(t, s.press(answer, "Context"), "replaced since that answer")
	is, err := s.records.Article(discordtest.GuildID, "a1")
	if err != nil || len(is.Paragraphs) != len(a.Paragraphs) {
		t.Fatalf("%d paragraphs, want %d: %v", len(is.Paragraphs), len(a.Paragraphs), err)
	}
	wantText(t, s.press(replaced, "Undo"), "Undone: `a1`")
	if is, err = s.records.Article(discordtest.GuildID, "a1"); err != nil || len(is.Paragraphs) != len(older.Paragraphs) {
		t.Errorf("%d paragraphs after the undo, want %d: %v", len(is.Paragraphs), len(older.Paragraphs), err)
	}
}

// TestDoubts lets a member find an answer not right, and a moderator read it.
func TestDoubts(t *testing.T) {
	s := openStock(t, nil, nil)
	s.desk.Books.Doubt, s.desk.Books.Forget = s.records.AddDoubt, s.records.ForgetMember
	file := harbourFile(t)
	if _, err := s.records.Add(discordtest.GuildID, "m", store.Draft{Article: harbour(t), Original: file}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.records.SetSettings(discordtest.GuildID, "m", func(set *store.Settings) { set.Feedback = true }); err != nil {
		t.Fatal(err)
	}
	answer := s.do(discordtest.Slash("ask", discordtest.Opt("question", "What do tickets for Sunday's crossing cost?")))
	why := s.press(answer, "Not right?")
	id, options := why.Select()
	form := s.do(discordtest.Choose(id, why.Message, options[1].Value))
	s.do(discordtest.Submit(form.Modal(), why.Message, map[string]string{"question": "Which crossing?"}))

	status := s.do(discordtest.Slash("corpus status"))
	wantText(t, status, "“Not right?”: 1 · Wrong speaker: 1")
	wantText(t, s.press(status, "Not right?"), "`a1` *Ferry line to Östholm closes after forty years*: 1 · Wrong speaker: 1", "“Which crossing?”")

	member := discordtest.Press(status.Buttons()[0].CustomID, status.Message)
	wantText(t, s.Reply(s.Interact(member)), "needs the Manage Server permission")
	s.press(s.do(discordtest.Slash("privacy")), "Delete my feedback")
	wantText(t, s.do(discordtest.Slash("corpus status")), "“Not right?”: 0\n")
}

// TestCorpusExportLarge exports more than Discord takes: no packing makes
// random bytes smaller.
func TestCorpusExportLarge(t *testing.T) {
	s := openStock(t, nil, nil)
	original := make([]byte, 11<<20)
	_, _ = rand.NewChaCha8([32]byte{}).Read(original) // never fails
	_, err := s.records.Add(discordtest.GuildID, "m", store.Draft{Original: original, Article: &corpus.Article{
		Title: "The mill", Paragraphs: []corpus.Paragraph{{Text: "The mill closes.", Doc: -1}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	got := s.do(discordtest.Slash("corpus export"))
	wantText(t, got, "too large for Discord", "verbatim corpus export FILE --guild "+discordtest.GuildID)
}
