// Command walls counts what tells how well a module is divided into packages:
// files, lines, exported names and who uses them, calls that run back up,
// method sets, imports. Run it in tools:
//
//	go run ./walls                        counts the module in the folder above
//	go run ./walls -names -calls FOLDER   says besides which names nobody uses, which calls run up
//
// Its test holds the limits. The files:
//
//	main.go     the command: reads flags, prints
//	load.go     the packages with their types, and the files in their order
//	house.go    what is counted, folder by folder, and the limits
//	exported.go exported names, and which of them nobody uses
//	call.go     calls between the files of a package
//	import.go   packages that one file imports, aliases, dependencies
//	order.go    an order of files with few calls back up
//	report.go   the table
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	names := flag.Bool("names", false, "print the exported names that nobody outside their package uses")
	calls := flag.String("calls", "", "print the calls that run back up in this `FOLDER`")
	order := flag.String("order", "", "print the files of this `FOLDER` in an order with few calls back up, to begin with")
	flag.Parse()
	root := ".."
	if flag.NArg() > 0 {
		root = flag.Arg(0)
	}
	if err := run(os.Stdout, root, *names, *calls, *order); err != nil {
		fmt.Fprintln(os.Stderr, "walls:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, root string, names bool, calls, order string) error {
	h, err := measure(root)
	if err != nil {
		return err
	}
	h.table(w)
	if names {
		h.unusedNames(w)
	}
	if calls != "" {
		h.callsUp(w, calls)
	}
	if order != "" {
		h.suggest(w, order)
	}
	return nil
}
