package main

import (
	"strconv"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func largest() {
	TEXT("largestAVX2", NOSPLIT, "func(x *float32, n int) float32")
	Doc("largestAVX2 is the largest distance from zero of n numbers, a multiple of 32.")
	x, n := Load(Param("x"), GP64()), Load(Param("n"), GP64())
	mask := constant(bits(0x7FFFFFFF))
	var m [4]VecVirtual
	for i := range m {
		m[i] = YMM()
		VXORPS(m[i], m[i], m[i])
	}
	Label("loop")
	for i := range m {
		v := YMM()
		VANDPS(Mem{Base: x, Disp: 32 * i}, mask, v)
		VMAXPS(m[i], v, m[i])
	}
	ADDQ(Imm(128), x)
	SUBQ(Imm(32), n)
	JNZ(LabelRef("loop"))
	VMAXPS(m[1], m[0], m[0])
	VMAXPS(m[3], m[2], m[2])
	VMAXPS(m[2], m[0], m[0])
	out := most(m[0])
	Store(out.AsX(), ReturnIndex(0))
	VZEROUPPER()
	RET()
}

func quantise() {
	TEXT("quantiseAVX2", NOSPLIT, "func(x *float32, n int, inverse float32, out *int8) int32")
	Doc("quantiseAVX2 brings n numbers, a multiple of 32, to bytes and adds these up.")
	x, n, out := Load(Param("x"), GP64()), Load(Param("n"), GP64()), Load(Param("out"), GP64())
	inv := YMM()
	a, err := Param("inverse").Resolve()
	if err != nil {
		panic(err)
	}
	VBROADCASTSS(a.Addr, inv)
	order := GLOBL("order", RODATA|NOPTR)
	for i, v := range []uint32{0, 4, 1, 5, 2, 6, 3, 7} {
		DATA(4*i, U32(v))
	}
	perm := YMM()
	VMOVDQU(order, perm)
	total := YMM()
	VPXOR(total, total, total)
	Label("loop")
	var v [4]VecVirtual
	for i := range v {
		v[i] = YMM()
		VMULPS(Mem{Base: x, Disp: 32 * i}, inv, v[i])
		VCVTPS2DQ(v[i], v[i])
		VPADDD(v[i], total, total)
	}
	VPACKSSDW(v[1], v[0], v[0])
	VPACKSSDW(v[3], v[2], v[2])
	VPACKSSWB(v[2], v[0], v[0])
	VPERMD(v[0], perm, v[0])
	VMOVDQU(v[0], Mem{Base: out})
	ADDQ(Imm(128), x)
	ADDQ(Imm(32), out)
	SUBQ(Imm(32), n)
	JNZ(LabelRef("loop"))
	b, c := XMM(), XMM()
	VEXTRACTI128(Imm(1), total, b)
	VPADDD(total.AsX(), b, b)
	VPSHUFD(Imm(0b01_00_11_10), b, c)
	VPADDD(c, b, b)
	VPSHUFD(Imm(0b10_11_00_01), b, c)
	VPADDD(c, b, b)
	r := GP32()
	VMOVD(b, r)
	Store(r, ReturnIndex(0))
	VZEROUPPER()
	RET()
}

// horner goes one step: p = p*s + c.
func horner(p, s VecVirtual, c float64) {
	VMULPS(s, p, p)
	VADDPS(f32(c), p, p)
}

func gelu() {
	TEXT("geluAVX2", NOSPLIT, "func(x *float32, n int)")
	Doc("geluAVX2 is gelu of n numbers, a multiple of 8.")
	x, n := Load(Param("x"), GP64()), Load(Param("n"), GP64())
	root, four, less, half, one := constant(f32(0.70710678118654752)), constant(f32(4)), constant(f32(-4)), constant(f32(.5)), constant(f32(1))
	Label("loop")
	v, t, s, p, q := YMM(), YMM(), YMM(), YMM(), YMM()
	VMOVUPS(Mem{Base: x}, v)
	VMULPS(root, v, t)
	VMINPS(four, t, t)
	VMAXPS(less, t, t)
	VMULPS(t, t, s)
	VMULPS(f32(-2.72614225801306e-10), s, p)
	VADDPS(f32(2.77068142495902e-08), p, p)
	for _, c := range []float64{-2.10102402082508e-06, -5.69250639462346e-05, -7.34990630326855e-04, -2.95459980854025e-03, -1.60960333262415e-02} {
		horner(p, s, c)
	}
	VMULPS(t, p, p)
	VMULPS(f32(-1.45660718464996e-05), s, q)
	VADDPS(f32(-2.13374055278905e-04), q, q)
	for _, c := range []float64{-1.68282697438203e-03, -7.37332916720468e-03, -1.42647390514189e-02} {
		horner(q, s, c)
	}
	VDIVPS(q, p, p)
	VADDPS(one, p, p)
	VMULPS(half, v, v)
	VMULPS(p, v, v)
	VMOVUPS(v, Mem{Base: x})
	ADDQ(Imm(32), x)
	SUBQ(Imm(8), n)
	JNZ(LabelRef("loop"))
	VZEROUPPER()
	RET()
}

func addNorm() {
	TEXT("addNormAVX2", NOSPLIT, "func(x, y, weight, bias *float32)")
	Doc("addNormAVX2 is addNorm.")
	x, y, w, b := Load(Param("x"), GP64()), Load(Param("y"), GP64()), Load(Param("weight"), GP64()), Load(Param("bias"), GP64())
	const hidden = 384
	i := GP64()
	total, v := YMM(), YMM()
	share := XMM()
	VMOVSS(f32(1.0/hidden), share)
	VXORPS(total, total, total)
	XORQ(i, i)
	Label("add")
	VMOVUPS(Mem{Base: x, Index: i, Scale: 4}, v)
	VADDPS(Mem{Base: y, Index: i, Scale: 4}, v, v)
	VMOVUPS(v, Mem{Base: x, Index: i, Scale: 4})
	VADDPS(v, total, total)
	ADDQ(Imm(8), i)
	CMPQ(i, U32(hidden))
	JNE(LabelRef("add"))
	m := across(total)
	VMULSS(share, m, m)
	mean := YMM()
	VBROADCASTSS(m, mean)
	VXORPS(total, total, total)
	XORQ(i, i)
	Label("vary")
	VMOVUPS(Mem{Base: x, Index: i, Scale: 4}, v)
	VSUBPS(mean, v, v)
	VMOVUPS(v, Mem{Base: x, Index: i, Scale: 4})
	VMULPS(v, v, v)
	VADDPS(v, total, total)
	ADDQ(Imm(8), i)
	CMPQ(i, U32(hidden))
	JNE(LabelRef("vary"))
	s := across(total)
	VMULSS(share, s, s)
	VADDSS(f32(1e-12), s, s)
	VSQRTSS(s, s, s)
	one := XMM()
	VMOVSS(f32(1), one)
	VDIVSS(s, one, s)
	inv := YMM()
	VBROADCASTSS(s, inv)
	XORQ(i, i)
	Label("norm")
	VMULPS(Mem{Base: x, Index: i, Scale: 4}, inv, v)
	VMULPS(Mem{Base: w, Index: i, Scale: 4}, v, v)
	VADDPS(Mem{Base: b, Index: i, Scale: 4}, v, v)
	VMOVUPS(v, Mem{Base: x, Index: i, Scale: 4})
	ADDQ(Imm(8), i)
	CMPQ(i, U32(hidden))
	JNE(LabelRef("norm"))
	VZEROUPPER()
	RET()
}

func scores() {
	TEXT("scoresAVX2", NOSPLIT, "func(query, keys *float32, stride int, out *float32, n int)")
	Doc("scoresAVX2 is scores of 32 components for n keys, a multiple of 8.")
	query, keys, stride, out, n := Load(Param("query"), GP64()), Load(Param("keys"), GP64()), Load(Param("stride"), GP64()), Load(Param("out"), GP64()), Load(Param("n"), GP64())
	SHLQ(Imm(2), stride)
	for _, lanes := range []int{64, 32, 8} {
		l := strconv.Itoa(lanes)
		Label("block" + l)
		CMPQ(n, U32(lanes))
		JLT(LabelRef("end" + l))
		acc := make([]VecVirtual, lanes/8)
		for i := range acc {
			acc[i] = YMM()
			VXORPS(acc[i], acc[i], acc[i])
		}
		k, d := GP64(), GP64()
		MOVQ(keys, k)
		XORQ(d, d)
		Label("loop" + l)
		q := YMM()
		VBROADCASTSS(Mem{Base: query, Index: d, Scale: 4}, q)
		for i := range acc {
			t := YMM()
			VMULPS(Mem{Base: k, Disp: 32 * i}, q, t)
			VADDPS(t, acc[i], acc[i])
		}
		ADDQ(stride, k)
		INCQ(d)
		CMPQ(d, Imm(32))
		JNE(LabelRef("loop" + l))
		for i := range acc {
			VMOVUPS(acc[i], Mem{Base: out, Disp: 32 * i})
		}
		ADDQ(U32(4*lanes), keys)
		ADDQ(U32(4*lanes), out)
		SUBQ(U32(lanes), n)
		JMP(LabelRef("block" + l))
		Label("end" + l)
	}
	VZEROUPPER()
	RET()
}

func softmax() {
	TEXT("softmaxAVX2", NOSPLIT, "func(x *float32, n int)")
	Doc("softmaxAVX2 is softmax of n numbers, a multiple of 8, which all count.")
	x, n := Load(Param("x"), GP64()), Load(Param("n"), GP64())
	i := GP64()
	m, v := YMM(), YMM()
	VMOVUPS(Mem{Base: x}, m)
	XORQ(i, i)
	Label("most")
	VMAXPS(Mem{Base: x, Index: i, Scale: 4}, m, m)
	ADDQ(Imm(8), i)
	CMPQ(i, n)
	JNE(LabelRef("most"))
	m = most(m)
	total := YMM()
	VXORPS(total, total, total)
	least, log2e, magic, one := constant(f32(-87)), constant(f32(1.44269504088896341)), constant(f32(3<<22)), constant(f32(1))
	hi, lo := constant(f32(0.693359375)), constant(f32(-2.12194440e-4))
	XORQ(i, i)
	Label("loop")
	VMOVUPS(Mem{Base: x, Index: i, Scale: 4}, v)
	VSUBPS(m, v, v)
	VMAXPS(least, v, v)
	e, p, t := YMM(), YMM(), YMM()
	VMULPS(log2e, v, e)
	VADDPS(magic, e, e)
	VSUBPS(magic, e, e)
	VMULPS(hi, e, t)
	VSUBPS(t, v, v)
	VMULPS(lo, e, t)
	VSUBPS(t, v, v)
	VMULPS(f32(1.9875691500e-4), v, p)
	VADDPS(f32(1.3981999507e-3), p, p)
	for _, c := range []float64{8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
		horner(p, v, c)
	}
	VMULPS(v, p, p)
	VMULPS(v, p, p)
	VADDPS(v, p, p)
	VADDPS(one, p, p)
	VCVTPS2DQ(e, e)
	VPSLLD(Imm(23), e, e)
	VPADDD(e, p, p)
	VMOVUPS(p, Mem{Base: x, Index: i, Scale: 4})
	VADDPS(p, total, total)
	ADDQ(Imm(8), i)
	CMPQ(i, n)
	JNE(LabelRef("loop"))
	s := across(total)
	VDIVSS(s, one.AsX(), s)
	inv := YMM()
	VBROADCASTSS(s, inv)
	XORQ(i, i)
	Label("share")
	VMULPS(Mem{Base: x, Index: i, Scale: 4}, inv, v)
	VMOVUPS(v, Mem{Base: x, Index: i, Scale: 4})
	ADDQ(Imm(8), i)
	CMPQ(i, n)
	JNE(LabelRef("share"))
	VZEROUPPER()
	RET()
}

func weigh() {
	TEXT("weighAVX2", NOSPLIT, "func(weights, values *float32, stride int, out *float32, n int)")
	Doc("weighAVX2 is weigh of n rows of 32 values.")
	weights, values, stride, out, n := Load(Param("weights"), GP64()), Load(Param("values"), GP64()), Load(Param("stride"), GP64()), Load(Param("out"), GP64()), Load(Param("n"), GP64())
	SHLQ(Imm(2), stride)
	var acc [4]VecVirtual
	for i := range acc {
		acc[i] = YMM()
		VXORPS(acc[i], acc[i], acc[i])
	}
	Label("loop")
	w := YMM()
	VBROADCASTSS(Mem{Base: weights}, w)
	for i := range acc {
		t := YMM()
		VMULPS(Mem{Base: values, Disp: 32 * i}, w, t)
		VADDPS(t, acc[i], acc[i])
	}
	ADDQ(Imm(4), weights)
	ADDQ(stride, values)
	DECQ(n)
	JNZ(LabelRef("loop"))
	for i := range acc {
		VMOVUPS(acc[i], Mem{Base: out, Disp: 32 * i})
	}
	VZEROUPPER()
	RET()
}
