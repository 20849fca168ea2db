package article

// acronyms maps the initials of an article's names of three to seven words
// ("North Atlantic Treaty Organization": "nato") to the tokens at which such
// names begin. Function words inside a name have no initial.
func (a *Analysis) acronyms() map[string][]int32 {
	out := map[string][]int32{}
	var buf [8]byte
	for s := range a.Sentences {
		r := a.Sentences[s].Tokens
		for i := r[0]; i < r[1]; i++ {
			if !a.Tokens[i].Upper {
				continue
			}
			initials := buf[:0]
			for j := i; j < r[1] && len(initials) < 7; j++ {
				f := a.FormAt(j)
				if !a.Tokens[j].Upper {
					if f.Class.Function() && j > i {
						continue
					}
					break
				}
				initials = append(initials, f.Text[0])
			}
			// The name may be followed by another: every beginning counts.
			for n := 3; n <= len(initials); n++ {
				out[string(initials[:n])] = append(out[string(initials[:n])], i)
			}
		}
	}
	return out
}
