package quote

// continues reports whether run k goes on with the utterance of run k-1: by
// the same mention in the same paragraph ("A," he said. "B."), or opening a
// paragraph after one whose marks were not closed.
func (g *page) continues(k int, c, before candidate) bool {
	if k == 0 {
		return false
	}
	a, b := &g.runs[k-1], &g.runs[k]
	switch b.paragraph - a.paragraph {
	case 0:
		return c.mention >= 0 && c == before
	case 1:
		return !a.closed && b.Start == 0
	}
	return false
}
