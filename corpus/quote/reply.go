package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// In a conversation the next words are often somebody else's, though nothing says
// whose: “Are they paid for?” asked Oak. “Not yet.” “Then send them back.” The
// model has learned from news, where a run without a cue goes on with the one
// before. What follows is decided by rules.

// replyWords is the length up to which words behind a question are its answer.
const replyWords = 4

// answers begin what replies to a question.
var answers = language.Words(`yes no not never nothing nobody none sure certainly maybe perhaps of absolutely exactly indeed nope yeah yep aye
	correct true wrong probably hardly neither both always sometimes well because`)

// replies reports whether the run of s, given to v, is somebody's answer to the run
// before it, on which was decided before: it stands right behind that run with
// nothing between them, or it answers a question and has no cue of its own.
func (s *scene) replies(v, before *verdict) bool {
	us := s.q.Units
	if s.k == 0 || s.g.Runs[s.k-1].Paragraph != s.n || before.why != "" || !s.g.Runs[s.k-1].Closed || !strings.HasPrefix(s.mode.Text, "alone") || s.words == 0 {
		return false
	}
	last := unitOf(s.q, s.k-1)
	if v.source.mention >= 0 && v.source != before.source && before.source.mention >= 0 {
		return false
	}
	if v.cue != nil && v.cue.Cue > last && (before.cue == nil || before.cue.Cue != v.cue.Cue) {
		return false
	}
	if s.at+1 < len(us) && s.ending.Text == "," {
		return false // “No,” he said
	}
	asked := strings.HasSuffix(strings.TrimRight(s.q.Text[s.g.Runs[s.k-1].Start:s.g.Runs[s.k-1].End], `"”’' `), "?")
	if last == s.at-1 {
		return s.ending.Text != "-" && (asked || before.source.mention < 0 || s.words <= replyWords)
	}
	if !asked {
		return false
	}
	cue := before.cue != nil && asking[s.q.Tokens[us[before.cue.Cue].First].Lower]
	for i := last + 1; i < s.at; i++ {
		cue = cue || us[i].Mention < 0 && asking[s.q.Tokens[us[i].First].Lower]
		if us[i].Symbol == "." && i < s.at-1 {
			return false // more was told between them
		}
	}
	return cue && (s.words <= replyWords || answers[s.firstWord()])
}

// asking are cues of questions.
var asking = language.Words(`ask asks asked asking inquired enquired wondered demanded questioned pressed`)

// firstWord is the first word of the run in lower case.
func (s *scene) firstWord() string {
	u := &s.q.Units[s.at]
	for t := u.First; t < u.End; t++ {
		if s.q.Tokens[t].Kind == syntax.Word {
			return s.q.Tokens[t].Lower
		}
	}
	return ""
}

// answered gives the one from whom the run of s came, as in “I did,” came the
// answer from Mayor Oak.
func (s *scene) answered() (candidate, bool) {
	us, i := s.q.Units, s.at+1
	if i < len(us) && us[i].Symbol == "," {
		i++
	}
	if i+1 >= len(us) || us[i].Mention >= 0 || us[i].Run >= 0 {
		return candidate{}, false
	}
	switch s.q.Tokens[us[i].First].Lower {
	case "came", "comes", "was", "is", "went", "ran":
	default:
		return candidate{}, false
	}
	if w := s.q.Tokens[us[i+1].First].Lower; us[i+1].Mention < 0 && i+2 < len(us) && (w == "back" || w == "over" || w == "in" || us[i+1].Symbol == "a") {
		i++ // came back the voice of
	}
	if us[i+1].Mention < 0 {
		return candidate{}, false
	}
	m := &s.q.Mentions[us[i+1].Mention]
	if m.Kind != syntax.Nominal || !replyNouns[s.q.Tokens[m.Head].Lower] {
		return candidate{}, false
	}
	for _, x := range [...]string{"from", "of", "by"} {
		if i+3 < len(us) && us[i+2].Symbol == x && us[i+3].Mention >= 0 {
			return candidate{s.n, us[i+3].Mention, i + 3}, true
		}
	}
	for k := range s.q.Mentions { // the answer of Mayor Oak, Oak's answer
		if x := &s.q.Mentions[k]; x.Within == us[i+1].Mention && (x.Kind == syntax.Name || s.q.Tokens[x.Head].Class.Is(english.Role)) {
			return candidate{s.n, k, i + 1}, true
		}
	}
	return candidate{s.n, unnamed, -1}, true
}

// introduced gives the subject of the cue whose colon stands before the run of s,
// when the run was given to somebody behind it: Oak asked the clerk, Ash: “Why?”
// Ash answered.
func (s *scene) introduced(v *verdict) (candidate, bool) {
	us := s.q.Units
	if s.before.Text != ":" || v.source.mention < 0 || v.source.paragraph != s.n || v.source.unit < s.at {
		return candidate{}, false
	}
	for i := s.at - 2; i >= 0 && s.at-i < 12 && us[i].Sentence == s.begin && us[i].Run < 0; i-- {
		if us[i].Symbol != "V" {
			continue
		}
		for _, l := range s.q.By(i) {
			if l.How == syntax.Subject && !s.alike(candidate{s.n, us[l.Source].Mention, l.Source}, v.source) {
				return candidate{s.n, us[l.Source].Mention, l.Source}, true
			}
		}
		break
	}
	return candidate{}, false
}

// replyNouns are nouns for what is said back.
var replyNouns = language.Words(`answer reply response retort comeback rejoinder verdict cry shout call message voice yell whisper`)

// turned gives the subject of the sentence before the run of s where the run was
// given to the one who only reacts to it: Oak turned to Ash. “It stays.” Ash
// nodded.
func (s *scene) turned(v *verdict) (candidate, bool) {
	us := s.q.Units
	if v.source.mention == nobody && (s.mode.Text != "alone." || s.words < 2) || v.source.paragraph != s.n || s.at == 0 || s.at+2 >= len(us) || !strings.HasPrefix(s.mode.Text, "alone") || us[s.at-1].Run >= 0 {
		return candidate{}, false
	}
	r := s.at + 1
	if us[r].Mention < 0 || us[r].Sentence == s.end && s.ending.Text != "." && s.ending.Text != "?" && s.ending.Text != "!" {
		return candidate{}, false
	}
	verb := r + 1
	for verb < len(us) && us[verb].Light() {
		verb++
	}
	if verb >= len(us) || !reactions[s.q.Tokens[us[verb].First].Lower] {
		return candidate{}, false
	}
	reacts := candidate{s.n, us[r].Mention, r}
	other := v.source.mention >= 0 && reacts != v.source && !s.alike(reacts, v.source)
	for i := s.at - 1; i >= 0; i-- {
		if us[i].Run >= 0 || us[s.at-1].Sentence != us[i].Sentence {
			break
		}
		if us[i].Mention < 0 || s.q.LinkOf[i] == 0 || s.q.Links[s.q.LinkOf[i]-1].How != syntax.Subject {
			continue
		}
		if c := (candidate{s.n, us[i].Mention, i}); !s.alike(c, reacts) && s.q.Tokens[s.q.Mentions[us[i].Mention].First].First {
			return c, !other || c == v.source
		}
	}
	return candidate{s.n, unnamed, -1}, !other
}

// reactions are what one does who is spoken to.
var reactions = language.Words(`nodded nods agreed agrees smiled smiles laughed laughs shrugged shrugs frowned sighed grinned winked
	blushed wept listened stared applauded clapped bowed winced flinched hesitated paused obeyed complied relented`)

// speaksUp reports whether the run of s, which nobody was found for, is speech all
// the same because it follows a run that somebody said, with nothing between them,
// or answers a question.
func (s *scene) speaksUp(before *verdict) bool {
	if s.replies(&verdict{source: candidate{s.n, unnamed, -1}}, before) && answers[s.firstWord()] {
		return true
	}
	return s.k > 0 && s.g.Runs[s.k-1].Paragraph == s.n && before.why == "" && unitOf(s.q, s.k-1) == s.at-1 &&
		s.opening.Text == "up" && (s.mode.Text == "alone." || s.mode.Text == "alone") && s.ending.Text != "-" && !s.caps
}

// oneSaid reports whether an unnamed one is given as the speaker behind the run of
// s: “It is late,” one said; another added.
func (s *scene) oneSaid() bool {
	us, i := s.q.Units, s.at+1
	if s.ending.Text != "," && s.ending.Text != "?" && s.ending.Text != "!" || i+1 >= len(us) {
		return false
	}
	w := s.q.Tokens[us[i].First].Lower
	if (w == "one" || w == "another" || w == "some" || w == "others" || w == "someone" || w == "somebody") && us[i].Run < 0 {
		return us[i+1].Class.Is(english.Saying) || us[i+1].Symbol == "V"
	}
	return us[i].Symbol == "V" && us[i+1].Run < 0 && (s.q.Tokens[us[i+1].First].Lower == "one" || s.q.Tokens[us[i+1].First].Lower == "another")
}
