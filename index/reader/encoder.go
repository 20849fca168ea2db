package reader

import (
	"runtime"
	"sync"
)

// scratch is what one pass over an input writes to. It is used again.
type scratch struct {
	x, y, wide []float32 // rows of hidden, of hidden, of 3*hidden or inner
	keys       []float32 // of one head, component by component
	shares     []float32
	q          []int8
	scale      []float32
	total      []int32
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// fit makes room for rows pieces.
func (s *scratch) fit(rows int) {
	if cap(s.scale) < rows {
		n := min(longestInput, (rows+31)&^31)
		pad := padded(n)
		s.x, s.y, s.wide = make([]float32, n*hidden), make([]float32, n*hidden), make([]float32, n*inner)
		s.keys, s.shares = make([]float32, pad*headSize), make([]float32, pad)
		s.q, s.scale, s.total = make([]int8, n*inner), make([]float32, n), make([]int32, n)
	}
	s.x, s.y, s.wide = s.x[:rows*hidden], s.y[:rows*hidden], s.wide[:cap(s.wide)]
	s.scale, s.total = s.scale[:rows], s.total[:rows]
}

func padded(rows int) int { return (rows + 7) &^ 7 }

// linear multiplies x, rows of m.in, each row quantised by itself.
func (s *scratch) linear(k *kernels, m *matrix, x, out []float32) {
	for r := range s.scale {
		s.scale[r], s.total[r] = k.quantise(x[r*m.in:(r+1)*m.in], s.q[r*m.in:(r+1)*m.in])
	}
	k.multiply(m, s.q, s.scale, s.total, out)
}

// encode runs the input through the layers; s.x then holds a row for each
// piece. The question's and the context's pieces are of type 0, those from
// passage on of type 1. Before each layer stop is asked; it reports whether all
// was done.
func (w *network) encode(k *kernels, s *scratch, stop func() bool, ids []int32, passage int) bool {
	s.fit(len(ids))
	for r, id := range ids {
		x, e := s.x[r*hidden:(r+1)*hidden], w.words[int(id)*hidden:(int(id)+1)*hidden]
		at, kind, scale := w.positions[r*hidden:(r+1)*hidden], w.types[:hidden], w.wordScale[id]
		if r >= passage {
			kind = w.types[hidden:]
		}
		for i := range x {
			x[i] = float32(float32(float32(int8(e[i]))*scale) + kind[i])
		}
		k.addNorm(x, at, &w.norm)
	}
	for i := range w.layers {
		runtime.Gosched() // a question is answered in many short steps by words alone: let those who wait for one have it
		if stop() {
			return false
		}
		l := &w.layers[i]
		wide := s.wide[:len(ids)*3*hidden]
		s.linear(k, &l.attention, s.x, wide)
		for h := range heads {
			s.attend(k, wide, h, len(ids))
		}
		s.linear(k, &l.output, s.y, wide[:len(ids)*hidden])
		s.addNorm(k, wide, &l.norm1)
		wide = s.wide[:len(ids)*inner]
		s.linear(k, &l.inner, s.x, wide)
		k.gelu(wide)
		s.linear(k, &l.outer, wide, s.y)
		s.addNorm(k, s.y, &l.norm2)
	}
	return true
}

// addNorm adds the rows of y to those of s.x.
func (s *scratch) addNorm(k *kernels, y []float32, n *normal) {
	for r := range s.scale {
		k.addNorm(s.x[r*hidden:(r+1)*hidden], y[r*hidden:(r+1)*hidden], n)
	}
}

// attend is one head of a layer: s.y gets for each piece the values of all,
// weighed by how its query fits their keys.
func (s *scratch) attend(k *kernels, qkv []float32, head, rows int) {
	pad := padded(rows)
	keys := s.keys[:pad*headSize]
	for r := range rows {
		from := qkv[r*3*hidden+hidden+head*headSize:]
		for d := range headSize {
			keys[d*pad+r] = from[d]
		}
	}
	for d := range headSize {
		clear(keys[d*pad+rows : (d+1)*pad])
	}
	shares := s.shares[:pad]
	for r := range rows {
		k.scores(qkv[r*3*hidden+head*headSize:][:headSize], keys, pad, shares)
		k.softmax(shares, rows)
		k.weigh(shares[:rows], qkv[2*hidden+head*headSize:], 3*hidden, s.y[r*hidden+head*headSize:][:headSize])
	}
}

// judge gives, from the rows of an encoded input, the logit that the passage
// answers the question.
func (w *network) judge(x []float32) float32 {
	var pooled [hidden]float32
	for o := range pooled {
		pooled[o] = hyperbolic(dot(w.pooler[o*hidden:(o+1)*hidden], x[:hidden]) + w.poolerBias[o])
	}
	return dot(w.answers, pooled[:]) + w.answerBias
}

// ends gives how much a piece looks like the first and like the last one of
// the answer.
func (w *network) ends(x []float32) (first, last float32) {
	return dot(w.span[:hidden], x) + w.spanBias[0], dot(w.span[hidden:], x) + w.spanBias[1]
}

func dot(a, b []float32) float32 {
	var l [8]float32
	for i, v := range a {
		l[i&7] = float32(l[i&7] + float32(v*b[i]))
	}
	return sum(&l)
}
