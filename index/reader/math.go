package reader

import (
	"math"
	"sync"
)

// The float steps of the network. Each product is rounded before it is added
// (the conversions forbid the compiler to fuse the two), sums go in a fixed
// order, and there is no function of package math but the square root, whose
// result is exact: so every processor gives the same bits. The vector kernels
// compute the same, eight numbers at a time.

// round is the nearest whole number, ties to even, for |x| < 1<<22.
func round(x float32) float32 {
	const magic = 3 << 22
	return float32(x+magic) - magic
}

// exponential is e to the x for x up to 0, to within 1e-7 of it; below -87 it
// stays what it is there. Polynomial and split logarithm: Cephes, expf.
func exponential(x float32) float32 {
	if !(x > -87) { // not a number counts as very small
		x = -87
	}
	n := round(float32(x * 1.44269504088896341))
	r := float32(x - float32(n*0.693359375))
	r = float32(r - float32(n*-2.12194440e-4))
	p := float32(1.9875691500e-4)
	p = float32(p*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	p = float32(float32(p*r)*r) + r
	p = p + 1
	return math.Float32frombits(math.Float32bits(p) + uint32(int32(n))<<23)
}

// hyperbolic is the hyperbolic tangent of x.
func hyperbolic(x float32) float32 {
	a := x
	if a < 0 {
		a = -a
	}
	e := exponential(float32(-2 * a))
	t := float32(1-e) / float32(1+e)
	if x < 0 {
		return -t
	}
	return t
}

// gelu brings each x to x times the share of the normal distribution that is
// below x. The error function is the rational approximation that Eigen and XLA
// use, good to a few units of the last place.
func gelu(x []float32) {
	for i, v := range x {
		t := float32(v * 0.70710678118654752)
		if !(t < 4) {
			t = 4
		}
		if t < -4 {
			t = -4
		}
		s := float32(t * t)
		p := float32(-2.72614225801306e-10)
		p = float32(p*s) + 2.77068142495902e-08
		p = float32(p*s) + -2.10102402082508e-06
		p = float32(p*s) + -5.69250639462346e-05
		p = float32(p*s) + -7.34990630326855e-04
		p = float32(p*s) + -2.95459980854025e-03
		p = float32(p*s) + -1.60960333262415e-02
		p = float32(p * t)
		q := float32(-1.45660718464996e-05)
		q = float32(q*s) + -2.13374055278905e-04
		q = float32(q*s) + -1.68282697438203e-03
		q = float32(q*s) + -7.37332916720468e-03
		q = float32(q*s) + -1.42647390514189e-02
		x[i] = float32(float32(0.5*v) * float32(1+float32(p/q)))
	}
}

// sum adds eight partial sums in a fixed order.
func sum(l *[8]float32) float32 {
	a, b, c, d := float32(l[0]+l[4]), float32(l[1]+l[5]), float32(l[2]+l[6]), float32(l[3]+l[7])
	return float32(float32(a+c) + float32(b+d))
}

// addNorm adds y to x and brings x to mean 0 and variance 1, then to the norm's
// weight and bias. x, y and the norm have hidden components.
func addNorm(x, y []float32, n *normal) {
	var l [8]float32
	for i := range x {
		x[i] = float32(x[i] + y[i])
		l[i&7] = float32(l[i&7] + x[i])
	}
	mean := float32(sum(&l) * (1.0 / hidden))
	l = [8]float32{}
	for i := range x {
		x[i] = float32(x[i] - mean)
		l[i&7] = float32(l[i&7] + float32(x[i]*x[i]))
	}
	v := float32(float32(sum(&l)*(1.0/hidden)) + 1e-12)
	inv := 1 / float32(math.Sqrt(float64(v)))
	for i := range x {
		x[i] = float32(float32(float32(x[i]*inv)*n.weight[i]) + n.bias[i])
	}
}

// leastScaled is what counts as all zero: less than this has no inverse.
const leastScaled = 1e-30

// none is the score of a key that is not there.
const none = -1e30

// quantise brings x to int8 by one scale, the largest at 127, and gives the
// scale and the sum of the outcome.
func quantise(x []float32, out []int8) (scale float32, total int32) {
	most := float32(0)
	for _, v := range x {
		if v < 0 {
			v = -v
		}
		if v > most {
			most = v
		}
	}
	if most < leastScaled {
		clear(out[:len(x)])
		return 0, 0
	}
	inv := 127 / most
	for i, v := range x {
		q := int32(round(float32(v * inv)))
		out[i] = int8(q)
		total += q
	}
	return float32(most * (1.0 / 127)), total
}

// softmax brings x, of which the first n count, to shares of e to the x. The
// rest, which fills up to a multiple of eight, comes to next to nothing.
func softmax(x []float32, n int) {
	for i := n; i < len(x); i++ {
		x[i] = none
	}
	most := x[0]
	for _, v := range x {
		if v > most {
			most = v
		}
	}
	var l [8]float32
	for i, v := range x {
		x[i] = exponential(float32(v - most))
		l[i&7] = float32(l[i&7] + x[i])
	}
	inv := 1 / sum(&l)
	for i := range x {
		x[i] = float32(x[i] * inv)
	}
}

// scores gives for each of the keys, which lie component by component, stride
// apart, the product with the query.
func scores(query, keys []float32, stride int, out []float32) {
	clear(out)
	for d, q := range query {
		for j, k := range keys[d*stride : d*stride+len(out)] {
			out[j] = float32(out[j] + float32(q*k))
		}
	}
}

// weigh adds up the values, stride apart, each by its weight.
func weigh(weights, values []float32, stride int, out []float32) {
	clear(out)
	for j, w := range weights {
		for d, v := range values[j*stride : j*stride+len(out)] {
			out[d] = float32(out[d] + float32(w*v))
		}
	}
}

// lanes is how many outputs multiply adds up in one number: a product of bytes
// is below 1<<16, so that 21 bits hold the sum of lanePairs of them.
const (
	lanes     = 3
	laneBits  = 21
	lanePairs = 32
)

// unsigned is what multiply writes to: rows and weights as they are multiplied.
type unsigned struct {
	rows    []uint8
	weights [inner]uint64
}

var unsigneds = sync.Pool{New: func() any { return new(unsigned) }}

// multiply gives rows of m's outputs for rows of its inputs, quantised, with
// their scales and sums.
func multiply(m *matrix, x []int8, scale []float32, total []int32, out []float32) {
	rows := len(scale)
	u := unsigneds.Get().(*unsigned)
	defer unsigneds.Put(u)
	if n := (rows + 3) &^ 3 * m.in; cap(u.rows) < n {
		u.rows = make([]uint8, n)
	} else {
		u.rows = u.rows[:n]
	}
	for i, v := range x[:rows*m.in] {
		u.rows[i] = uint8(v) ^ 128 // v + 128
	}
	for o := 0; o < m.out; o += lanes {
		n := min(lanes, m.out-o)
		sums := u.spread(m, o, n)
		for r := 0; r < rows; r += 4 {
			acc := u.multiply(r, m.in)
			for i := range min(4, rows-r) {
				for c := range n {
					// All weights and all inputs were 128 too large.
					v := acc[i][c] - 128*sums[c] - 128*total[r+i]
					out[(r+i)*m.out+o+c] = float32(float32(float32(v)*float32(scale[r+i]*m.scale[o+c])) + m.bias[o+c])
				}
			}
		}
	}
}

// spread lays the weights of n outputs from o on beside one another, and gives
// their sums.
func (u *unsigned) spread(m *matrix, o, n int) (sums [lanes]int32) {
	clear(u.weights[:m.in])
	for c := range n {
		w := m.weights[(o+c)/tile*tile*m.in+(o+c)%tile*4:]
		for k := range m.in {
			b := w[k>>2*4*tile+k&3]
			u.weights[k] |= uint64(b) << (laneBits * c)
			sums[c] += int32(b)
		}
	}
	return sums
}

// multiply gives the sums of the weights' products with four rows from r on.
func (u *unsigned) multiply(r, in int) (acc [4][lanes]int32) {
	y := u.rows[r*in : (r+4)*in]
	for k := 0; k < in; k += lanePairs {
		w := (*[lanePairs]uint64)(u.weights[k:])
		y0, y1, y2, y3 := (*[lanePairs]uint8)(y[k:]), (*[lanePairs]uint8)(y[in+k:]), (*[lanePairs]uint8)(y[2*in+k:]), (*[lanePairs]uint8)(y[3*in+k:])
		var s0, s1, s2, s3 uint64
		for i, v := range w {
			s0 += uint64(y0[i]) * v
			s1 += uint64(y1[i]) * v
			s2 += uint64(y2[i]) * v
			s3 += uint64(y3[i]) * v
		}
		for i, s := range [...]uint64{s0, s1, s2, s3} {
			const mask = 1<<laneBits - 1
			acc[i][0] += int32(s & mask)
			acc[i][1] += int32(s >> laneBits & mask)
			acc[i][2] += int32(s >> (2 * laneBits))
		}
	}
	return acc
}
