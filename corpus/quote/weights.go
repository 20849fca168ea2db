package quote

import _ "embed" // the weights

// weightsText are those of the model that tells who says what, one feature a
// line: the weight in thousandths and the feature's name. The trainer writes
// them. The names hold closed-class and reporting
// words only, no other word of the articles that they were learned from.
//
//go:embed weights.txt
var weightsText []byte

// statementsText are those of the models that find statements without quotation
// marks (cue, say, by) and tell who "he" is, in the same form.
//
//go:embed statements.txt
var statementsText []byte
