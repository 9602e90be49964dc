// Command recorder prints what HashiCorp's own HCL library reads in each .tf file of a folder, as JSON: one line a
// file, which is null where the library refuses the file. See README.md.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: recorder FOLDER > facts.json")
		os.Exit(2)
	}
	if err := record(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// record prints the facts of every .tf file below the folder, by its path there with slashes.
func record(folder string) error {
	paths, err := terraformFiles(folder)
	if err != nil {
		return err
	}
	fmt.Println("{")
	for index, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		comma := ","
		if index == len(paths)-1 {
			comma = ""
		}
		fmt.Printf("%s: %s%s\n", encode(filepath.ToSlash(name)), encode(factsOf(source)), comma)
	}
	fmt.Println("}")
	return nil
}

func terraformFiles(folder string) ([]string, error) {
	var paths []string
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && filepath.Ext(path) == ".tf" {
			paths = append(paths, path)
		}
		return err
	})
	sort.Strings(paths)
	return paths, err
}

// factsOf returns the fact of a file's body, nil when the library finds an error in the file.
func factsOf(source []byte) interface{} {
	file, diagnostics := hclsyntax.ParseConfig(source, "", hcl.InitialPos)
	if diagnostics.HasErrors() {
		return nil
	}
	return bodyFact(file.Body.(*hclsyntax.Body))
}

// encode keeps <, > and & as they are, which json.Marshal does not.
func encode(value interface{}) string {
	buffer := &bytes.Buffer{}
	encoder := json.NewEncoder(buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err)
	}
	return string(bytes.TrimSpace(buffer.Bytes()))
}
