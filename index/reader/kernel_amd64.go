package reader

import (
	"sync"
	"unsafe"

	"golang.org/x/sys/cpu"
)

//go:generate go -C ../../tools run ./reader/kernel -out ../index/reader/kernel_amd64.s -stubs ../index/reader/stub_amd64.go -pkg reader

// fit lists the sets of kernels that this processor can run, the fastest first.
func fit() []*kernels {
	out := []*kernels{&plain}
	if cpu.X86.HasAVX2 {
		out = append([]*kernels{&withAVX2}, out...)
	}
	if cpu.X86.HasAVX2 && cpu.X86.HasAVX512F && cpu.X86.HasAVX512VNNI {
		out = append([]*kernels{&withVNNI}, out...)
	}
	return out
}

var (
	withAVX2 = kernels{"avx2", byAVX2, quantiseBy, geluBy, addNormBy, scoresBy, softmaxBy, weighBy}
	withVNNI = kernels{"avx512-vnni", byVNNI, quantiseBy, geluBy, addNormBy, scoresBy, softmaxBy, weighBy}
)

// byVNNI multiplies 64 outputs at a time, of six rows; the last six overlap
// those before.
func byVNNI(m *matrix, x []int8, scale []float32, total []int32, out []float32) {
	const columns, block = 4 * tile, 6
	w := unsafe.StringData(m.weights)
	rows := len(scale)
	for c := 0; c < m.out; c += columns {
		v := (*byte)(unsafe.Add(unsafe.Pointer(w), c*m.in))
		if rows < block {
			for r := range rows {
				multiplyVNNI1(v, &x[r*m.in], m.in, &scale[r], &total[r], &m.scale[c], &m.bias[c], &out[r*m.out+c], m.out)
			}
			continue
		}
		for r := 0; r < rows; r += block {
			r := min(r, rows-block)
			multiplyVNNI6(v, &x[r*m.in], m.in, &scale[r], &total[r], &m.scale[c], &m.bias[c], &out[r*m.out+c], m.out)
		}
	}
}

// words16 are rows in 16 bits.
var words16 = sync.Pool{New: func() any { return new([]int16) }}

// byAVX2 multiplies eight outputs at a time, of four rows.
func byAVX2(m *matrix, x []int8, scale []float32, total []int32, out []float32) {
	const columns, block = tile / 2, 4
	w := unsafe.StringData(m.weights)
	rows := len(scale)
	buffer := words16.Get().(*[]int16)
	defer words16.Put(buffer)
	if cap(*buffer) < rows*m.in {
		*buffer = make([]int16, rows*m.in)
	}
	y := (*buffer)[:rows*m.in]
	widenAVX2(&x[0], &y[0], len(y))
	for c := 0; c < m.out; c += columns {
		// Half a tile begins 32 bytes into each of its fours.
		v := (*byte)(unsafe.Add(unsafe.Pointer(w), c/tile*tile*m.in+c%tile*4))
		if rows < block {
			for r := range rows {
				multiplyAVX2x1(v, &y[r*m.in], m.in, &scale[r], &total[r], &m.scale[c], &m.bias[c], &out[r*m.out+c], m.out)
			}
			continue
		}
		for r := 0; r < rows; r += block {
			r := min(r, rows-block)
			multiplyAVX2x4(v, &y[r*m.in], m.in, &scale[r], &total[r], &m.scale[c], &m.bias[c], &out[r*m.out+c], m.out)
		}
	}
}

func quantiseBy(x []float32, out []int8) (scale float32, total int32) {
	most := largestAVX2(&x[0], len(x))
	if most < leastScaled {
		clear(out[:len(x)])
		return 0, 0
	}
	return float32(most * (1.0 / 127)), quantiseAVX2(&x[0], len(x), 127/most, &out[0])
}

func geluBy(x []float32) { geluAVX2(&x[0], len(x)) }

func addNormBy(x, y []float32, n *normal) { addNormAVX2(&x[0], &y[0], &n.weight[0], &n.bias[0]) }

func scoresBy(query, keys []float32, stride int, out []float32) {
	scoresAVX2(&query[0], &keys[0], stride, &out[0], len(out))
}

func softmaxBy(x []float32, n int) {
	for i := n; i < len(x); i++ {
		x[i] = none
	}
	softmaxAVX2(&x[0], len(x))
}

func weighBy(weights, values []float32, stride int, out []float32) {
	weighAVX2(&weights[0], &values[0], stride, &out[0], len(weights))
}
