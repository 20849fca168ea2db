// Train learns the weights of the extractor of quotes.
//
//	go run ./train/quote            writes the files of weights in ../corpus/quote
//	go run ./train/quote -folds 5   prints the figures of cross-validation over articles
//
// It reads the training articles below VERBATIM_SHARED and is deterministic:
// the same articles and the same code give the same file, bit for bit.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	out := flag.String("o", "../corpus/quote", "write the files of weights to this `FOLDER`")
	folds := flag.Int("folds", 0, "print the figures of `N`-fold cross-validation instead")
	flag.Parse()
	if err := run(*out, *folds); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}
