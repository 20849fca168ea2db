package main

import "github.com/verbatim-bot/verbatim/index/ask"

// lite11 is the ranker of the study that ours began with, as far as our
// features are its own; it and plain BM25 are measured beside ours.
var baselines = map[string]map[string]ask.Weights{
	"bm25":   {"passage": {"bm25": 1}, "sentence": {"bm25": 1}},
	"lite11": {"passage": {"bm25": .15, "stem": 1, "best": .7, "bigram": .45, "before": .35, "after": .35, "derived": 1, "spelled": .7, "gram": 2.2, "early": .2}, "sentence": {"bm25": 1}},
}
