package reader

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// random numbers of all sizes.
func numbers(r *rand.Rand, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(r.NormFloat64() * math.Exp(3*r.NormFloat64()))
	}
	return out
}

// TestKernels compares every set of kernels that this processor can run with
// the functions in Go, bit for bit.
func TestKernels(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, k := range fit()[:len(fit())-1] {
		for range 200 {
			in := []int{hidden, inner}[r.IntN(2)]
			x := numbers(r, in)
			a, b := make([]int8, in), make([]int8, in)
			sa, ta := quantise(x, a)
			sb, tb := k.quantise(x, b)
			if sa != sb || ta != tb || !slices.Equal(a, b) {
				t.Fatalf("%s: quantise", k.name)
			}
			y := slices.Clone(x)
			gelu(x)
			if k.gelu(y); !same(x, y) {
				t.Fatalf("%s: gelu", k.name)
			}
			n := &normal{numbers(r, hidden), numbers(r, hidden)}
			x, y = numbers(r, hidden), numbers(r, hidden)
			z := slices.Clone(x)
			addNorm(x, y, n)
			if k.addNorm(z, y, n); !same(x, z) {
				t.Fatalf("%s: addNorm", k.name)
			}
			rows := 1 + r.IntN(200)
			pad := padded(rows)
			query, keys := numbers(r, headSize), numbers(r, pad*headSize)
			x, y = make([]float32, pad), make([]float32, pad)
			scores(query, keys, pad, x)
			if k.scores(query, keys, pad, y); !same(x, y) {
				t.Fatalf("%s: scores", k.name)
			}
			softmax(x, rows)
			if k.softmax(y, rows); !same(x, y) {
				t.Fatalf("%s: softmax", k.name)
			}
			values := numbers(r, rows*hidden)
			u, v := make([]float32, headSize), make([]float32, headSize)
			weigh(x[:rows], values, hidden, u)
			if k.weigh(y[:rows], values, hidden, v); !same(u, v) {
				t.Fatalf("%s: weigh", k.name)
			}
		}
		for range 12 {
			in := []int{hidden, inner}[r.IntN(2)]
			m := &matrix{bytes(r, in*128), numbers(r, 128), numbers(r, 128), in, 128}
			rows := 1 + r.IntN(20)
			x, scale, total := make([]int8, rows*in), numbers(r, rows), make([]int32, rows)
			for i := range x {
				x[i] = int8(r.IntN(255) - 127)
				total[i/in] += int32(x[i])
			}
			a, b := make([]float32, rows*m.out), make([]float32, rows*m.out)
			multiply(m, x, scale, total, a)
			if k.multiply(m, x, scale, total, b); !same(a, b) {
				t.Fatalf("%s: multiply of %d rows", k.name, rows)
			}
		}
	}
}

// TestExtremes multiplies the largest numbers that there can be.
func TestExtremes(t *testing.T) {
	for _, k := range fit() {
		for _, v := range []int8{-127, 127} {
			w := make([]byte, inner*128)
			for i := range w {
				w[i] = byte(i%2) * 255
			}
			m := &matrix{string(w), slices.Repeat([]float32{1}, 128), make([]float32, 128), inner, 128}
			x := slices.Repeat([]int8{v}, 6*inner)
			out := make([]float32, 6*128)
			k.multiply(m, x, slices.Repeat([]float32{1}, 6), slices.Repeat([]int32{inner * int32(v)}, 6), out)
			want := float32(int32(v) * (inner/2*-128 + inner/2*127))
			for i, got := range out {
				if got != want {
					t.Fatalf("%s: output %d is %g, want %g", k.name, i, got, want)
				}
			}
		}
	}
}

func bytes(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(1 + r.IntN(255))
	}
	return string(b)
}

func same(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) })
}

// TestFunctions compares the approximations with those of package math.
func TestFunctions(t *testing.T) {
	for i := -90000; i <= 0; i++ {
		x := float32(i) / 1000
		if got, want := float64(exponential(x)), math.Exp(float64(max(x, -87))); math.Abs(got-want) > 2e-7*want {
			t.Fatalf("exponential(%g) = %g, want %g", x, got, want)
		}
	}
	for i := -9000; i <= 9000; i++ {
		x := float32(i) / 1000
		if got, want := float64(hyperbolic(x)), math.Tanh(float64(x)); math.Abs(got-want) > 3e-7 {
			t.Fatalf("hyperbolic(%g) = %g, want %g", x, got, want)
		}
		y := []float32{x}
		gelu(y)
		if got, want := float64(y[0]), float64(x)*.5*(1+math.Erf(float64(x)/math.Sqrt2)); math.Abs(got-want) > 2e-6 {
			t.Fatalf("gelu(%g) = %g, want %g", x, got, want)
		}
	}
	if got := exponential(float32(math.NaN())); got != exponential(-87) {
		t.Fatalf("exponential of no number is %g", got)
	}
}

func BenchmarkEncode(b *testing.B) {
	w := testNetwork(b)
	for _, n := range []int{64, 160} {
		ids := make([]int32, n)
		for i := range ids {
			ids[i] = int32(1000 + i*37%20000)
		}
		for _, k := range fit() {
			b.Run(fmt.Sprintf("%s/%d", k.name, n), func(b *testing.B) {
				s := new(scratch)
				least := time.Hour // what a busy machine disturbs least
				for b.Loop() {
					begin := time.Now()
					w.encode(k, s, never, ids, 10)
					least = min(least, time.Since(begin))
				}
				b.ReportMetric(float64(least.Nanoseconds()), "least-ns")
			})
		}
	}
}
