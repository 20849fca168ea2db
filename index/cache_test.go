package index

import "testing"

// TestCache keeps values whose costs are below, near and far above the limit.
func TestCache(t *testing.T) {
	for _, tt := range []struct {
		name  string
		costs []int // put in this order, under their numbers
		want  []bool
	}{
		{"all fit", []int{30, 30, 30}, []bool{true, true, true}},
		{"the oldest goes", []int{40, 40, 40}, []bool{false, true, true}},
		{"a small one does not put out a large one", []int{500, 1}, []bool{true, true}},
		{"nor does another large one", []int{500, 500}, []bool{true, true}},
		{"the third large one does", []int{500, 500, 500}, []bool{false, true, true}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := newCache[int, string](100)
			for k, cost := range tt.costs {
				c.put(k, "v", cost)
			}
			for k, want := range tt.want {
				if _, ok := c.get(k); ok != want {
					t.Errorf("value %d is kept: %v, want %v", k, ok, want)
				}
			}
		})
	}
	c := newCache[int, string](100)
	for range 3 {
		c.put(1, "v", 60)
	}
	c.put(2, "v", 50)
	if _, ok := c.get(1); !ok {
		t.Error("a value put again counts more than once")
	}
}
