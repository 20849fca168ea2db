package bot

import "strings"

// budget is how much of a message a reply may fill: the rest is for the line
// that Share puts above it.
const budget = maxContent - 120

// sheet is a reply's text while it is written: parts that fit or are left out
// whole.
type sheet struct {
	parts    []string
	width    int
	excerpts []excerpt
}

// room is what is left for one more part.
func (s *sheet) room() int { return budget - s.width - 2 }

// add appends a part on lines of its own, or reports false when it is too
// long for what is left.
func (s *sheet) add(part string, excerpts ...excerpt) bool {
	w := Width(part) + 1
	if s.width+w > budget {
		return false
	}
	s.parts = append(s.parts, part)
	s.width += w
	s.excerpts = append(s.excerpts, excerpts...)
	return true
}

// reply is the sheet's text as a Reply.
func (s *sheet) reply() Reply {
	return Reply{Text: strings.Join(s.parts, "\n"), Excerpts: s.excerpts}
}

// list continues a sheet with one page of a list of n lines, from line from
// on, and adds the buttons to the page before and after it. args follow the
// number of the line in the buttons of op.
func (req *request) list(s *sheet, n int, line func(i int) string, from int, op string, args ...string) Reply {
	from = max(0, min(from, n-1))
	next := from
	for next < n && next < from+linesPerPage && s.add(line(next)) {
		next++
	}
	r := s.reply()
	r.Private, r.Outcome = true, "listed"
	page := func(label string, at int) {
		if id, ok := req.seal(op, append([]string{n36(at)}, args...)...); ok {
			r.Buttons = append(r.Buttons, Button{Label: label, CustomID: id})
		}
	}
	if from > 0 {
		page(req.words.Earlier, max(0, from-linesPerPage))
	}
	if next < n {
		page(req.words.Later, next)
	}
	if req.Kind == Press && req.Private {
		r.Delivery = Edit
	}
	return r
}

// linesPerPage is how many lines of a list are read with pleasure.
const linesPerPage = 15
