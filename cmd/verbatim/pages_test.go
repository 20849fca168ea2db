package main

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/config"
)

// TestPagesRead asks on a page of a running bot: it is answered by the bot's own
// engine, which reads closely, or has no time to.
func TestPagesRead(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{})
	articles := t.TempDir()
	if err := os.WriteFile(filepath.Join(articles, "gates.txt"), []byte(gates), 0o600); err != nil {
		t.Fatal(err)
	}
	at := freeAddress(t)
	r := start(t, d, config.Config{
		Token: config.Secret(strings.TrimPrefix(discordtest.Token, "Bot ")), Data: filepath.Join(t.TempDir(), "data"),
		Articles: articles, HTTP: at, PublicURL: "http://" + at + "/", Pages: "public",
	})
	defer r.end()
	d.WaitKind(1, discordtest.PutCommands)
	resp, err := http.PostForm("http://"+at+"/a/house/h1", url.Values{"do": {"ask"}, "q": {"who locked the gates"}}) //nolint:noctx // a test
	if err != nil {
		t.Fatal(err)
	}
	if err := resp.Body.Close(); err != nil || resp.StatusCode != http.StatusOK {
		t.Fatal(resp.Status, err)
	}
	read := 0
	for _, m := range regexp.MustCompile(`(?m)^verbatim_reader_(?:seconds_count|skipped_total\{.*\}) (\d+)$`).FindAllStringSubmatch(fetched(t, "http://"+at+"/metrics"), -1) {
		n, _ := strconv.Atoi(m[1])
		read += n
	}
	if read != 1 {
		t.Errorf("%d questions were read or skipped, want 1", read)
	}
}

// TestPages follows the link of a reply in Discord to the page, where the cited
// words are marked, until a moderator ends the links.
func TestPages(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{})
	articles := t.TempDir()
	if err := os.WriteFile(filepath.Join(articles, "quay.txt"), []byte(quay), 0o600); err != nil {
		t.Fatal(err)
	}
	at := freeAddress(t)
	r := start(t, d, config.Config{
		Token: config.Secret(strings.TrimPrefix(discordtest.Token, "Bot ")), Data: filepath.Join(t.TempDir(), "data"),
		Articles: articles, HTTP: at, PublicURL: "http://" + at + "/", Pages: "members",
	})
	defer r.end()
	d.WaitKind(1, discordtest.PutCommands)
	d.WaitLink(1, func(l discordtest.Link) bool { return l.Ready })
	member := 0
	do := func(in discordtest.Interaction) string {
		t.Helper()
		member++
		in.User = strconv.Itoa(400000000000000000 + member)
		return d.Reply(d.Interact(in)).Text()
	}
	moderator := func(in discordtest.Interaction) discordtest.Interaction {
		in.Permissions = 1 << 5
		return in
	}
	answer := do(discordtest.Slash("ask", discordtest.Opt("question", "When will the quay be closed?")))
	m := regexp.MustCompile(`\[¶ 1 of 3\]\(<(http://[^>]+)#x1>\)`).FindStringSubmatch(answer)
	if m == nil {
		t.Fatalf("no link to a page in\n%s", answer)
	}
	if page := fetched(t, m[1]); !strings.Contains(page, `<mark id="x1">`) || !strings.Contains(page, "3 June") {
		t.Errorf("page:\n%s", page)
	}
	said := do(discordtest.Slash("article link", discordtest.Opt("article", "h1")))
	link := regexp.MustCompile(`<(http://[^>]+)>`).FindStringSubmatch(said)
	if link == nil || !strings.Contains(fetched(t, link[1]), "Marit Aas") {
		t.Errorf("/article link: %s", said)
	}
	status := func(address string) int {
		resp, err := http.Get(address) //nolint:noctx // a test
		if err != nil {
			t.Fatal(err)
		}
		if err := resp.Body.Close(); err != nil {
			t.Error(err)
		}
		return resp.StatusCode
	}
	if said := do(moderator(discordtest.Slash("settings", discordtest.Opt("new-links", true)))); !strings.Contains(said, "open nothing any more") || !strings.Contains(said, "Pages in a browser: on") {
		t.Errorf("/settings: %s", said)
	}
	if got := status(m[1]); got != http.StatusNotFound {
		t.Errorf("a link that was ended: %d", got)
	}
	do(moderator(discordtest.Slash("settings", discordtest.Opt("pages", false))))
	if answer := do(discordtest.Slash("ask", discordtest.Opt("question", "When will the quay be closed?"))); strings.Contains(answer, "/a/") {
		t.Errorf("pages are off:\n%s", answer)
	}
	if said := do(discordtest.Slash("article link")); !strings.Contains(said, "There are no pages") {
		t.Errorf("/article link, off: %s", said)
	}
}
