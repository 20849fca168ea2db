package config

import (
	"fmt"
	"reflect"
)

// Setting is one setting as people see it.
type Setting struct {
	Name    string // of the variable
	Value   string // in effect; a secret is masked
	Default string
	Give    string // what may be given
	Doc     string // what it does
}

// Settings lists every setting in the order of its declaration.
func (c Config) Settings() []Setting {
	v := reflect.ValueOf(c)
	var list []Setting
	for i := range v.NumField() {
		f := v.Type().Field(i)
		list = append(list, Setting{
			Name: f.Tag.Get("env"), Value: fmt.Sprint(v.Field(i).Interface()),
			Default: f.Tag.Get("envDefault"), Give: f.Tag.Get("give"), Doc: f.Tag.Get("doc"),
		})
	}
	return list
}
