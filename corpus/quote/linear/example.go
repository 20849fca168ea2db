package linear

// Example is one decision for training: candidates by their features, and
// which of them are right. Features are hashes of their names.
type Example struct {
	Candidates [][]uint64
	Right      []int
}
