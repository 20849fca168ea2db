package say

import "strings"

// budget is how much of a message a reply may fill: the rest is for the line
// that Share puts above it.
const budget = MaxContent - 120

// Sheet is a reply's text while it is written: parts that fit or are left out
// whole.
type Sheet struct {
	parts    []string
	width    int
	excerpts []Excerpt
}

// Room is what is left for one more part.
func (s *Sheet) Room() int { return budget - s.width - 2 }

// Add appends a part on lines of its own, or reports false when it is too
// long for what is left.
func (s *Sheet) Add(part string, excerpts ...Excerpt) bool {
	w := Width(part) + 1
	if s.width+w > budget {
		return false
	}
	s.parts = append(s.parts, part)
	s.width += w
	s.excerpts = append(s.excerpts, excerpts...)
	return true
}

// Reply is the sheet's text as a Reply.
func (s *Sheet) Reply() Reply {
	return Reply{Text: strings.Join(s.parts, "\n"), Excerpts: s.excerpts}
}

// List continues a sheet with one page of a list of n lines, from line from
// on, and adds the buttons to the page before and after it. args follow the
// number of the line in the buttons of op.
func (req *Request) List(s *Sheet, n int, line func(i int) string, from int, op string, args ...string) Reply {
	from = max(0, min(from, n-1))
	next := from
	for next < n && next < from+linesPerPage && s.Add(line(next)) {
		next++
	}
	r := s.Reply()
	r.Private, r.Outcome = true, "listed"
	page := func(label string, at int) {
		if id, ok := req.Seal(op, append([]string{Base36(at)}, args...)...); ok {
			r.Buttons = append(r.Buttons, Button{Label: label, CustomID: id})
		}
	}
	if from > 0 {
		page(req.Words.Earlier, max(0, from-linesPerPage))
	}
	if next < n {
		page(req.Words.Later, next)
	}
	if req.Kind == Press && req.Private {
		r.Delivery = Edit
	}
	return r
}

// linesPerPage is how many lines of a list are read with pleasure.
const linesPerPage = 15
