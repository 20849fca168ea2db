package main

import "context"

// complete gives what the word before the cursor may become.
func (p *playground) complete(_ context.Context, line string, pos int) (head string, completions []string, tail string) {
	return line[:pos], nil, line[pos:]
}
