package lexicon

import (
	"fmt"
	"strings"
	"sync"

	"github.com/verbatim-bot/verbatim/corpus/words"
	"github.com/verbatim-bot/verbatim/index/term"
)

// paraphrases are the groups of words that say the same, by language and stem:
// the files of the folder paraphrase. A language is read when it first occurs.
var paraphrases = func() map[string]func() map[string][]int16 {
	files, err := embeddedWords.ReadDir("paraphrase")
	if err != nil {
		panic(fmt.Sprint("unreachable: the paraphrases are part of the program: ", err))
	}
	out := make(map[string]func() map[string][]int16, len(files))
	for _, f := range files {
		language := strings.TrimSuffix(f.Name(), ".txt")
		out[language] = sync.OnceValue(func() map[string][]int16 { return readParaphrases(language) })
	}
	return out
}()

// groupsOf gives the groups of paraphrases that a stem of a language is in,
// sorted.
func groupsOf(language, stem string) []int16 {
	if read := paraphrases[language]; read != nil {
		return read()[stem]
	}
	return nil
}

// readParaphrases reads the file of a language: a line is a group, whatever
// stands behind "#" a remark.
func readParaphrases(language string) map[string][]int16 {
	b, err := embeddedWords.ReadFile("paraphrase/" + language + ".txt")
	if err != nil {
		panic(fmt.Sprint("unreachable: the paraphrases are part of the program: ", err))
	}
	groups := map[string][]int16{}
	n := int16(0)
	for line := range strings.Lines(string(b)) {
		line, _, _ = strings.Cut(line, "#")
		for start, end := range words.Terms(line) {
			s := term.Of(language, line[start:end])
			if g := groups[s]; len(g) == 0 || g[len(g)-1] != n {
				groups[s] = append(g, n)
			}
		}
		n++
	}
	return groups
}
