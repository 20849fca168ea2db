package reader

// kernels are the steps that take the time. All sets of them give the same
// bits.
type kernels struct {
	name     string
	multiply func(m *matrix, x []int8, scale []float32, total []int32, out []float32)
	quantise func(x []float32, out []int8) (scale float32, total int32)
	gelu     func(x []float32)
	addNorm  func(x, y []float32, n *normal)
	scores   func(query, keys []float32, stride int, out []float32)
	softmax  func(x []float32, n int)
	weigh    func(weights, values []float32, stride int, out []float32)
}

// plain are the kernels in Go.
var plain = kernels{"go", multiply, quantise, gelu, addNorm, scores, softmax, weigh}
