// Shot makes the pictures of the README: what a reader sees of the article
// inside the program, light and dark, with a citation opened.
//
//	go -C tools run ./browser/shot ../contrib/pages
package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/chromedp/chromedp"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/tools/browser"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: shot FOLDER")
		os.Exit(2)
	}
	if err := shoot(context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "shot:", err)
		os.Exit(1)
	}
}

func shoot(ctx context.Context, folder string) error {
	a := corpus.Default()
	pages, end, err := browser.Serve(ctx, a)
	if err != nil {
		return err
	}
	defer end() //nolint:errcheck // it ends with the program
	tab, closed, err := browser.Open(ctx)
	if err != nil {
		return err
	}
	defer closed()
	cited, err := cite(a, "The foreigners would not fight demonstrators themselves")
	if err != nil {
		return err
	}
	top, citation := pages.Door("", store.Settings{}, a.ID), pages.Link("", store.Settings{}, cited)
	for name, shot := range map[string]struct {
		look    browser.Look
		address string
	}{
		"light": {browser.Look{Width: 1180, Height: 620}, top},
		"dark":  {browser.Look{Width: 1180, Height: 620, Dark: true}, citation},
	} {
		err := chromedp.Do(tab, shot.look.Action(), chromedp.Navigate(shot.address), chromedp.WaitVisible(chromedp.CSS("#text")))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		taken, err := chromedp.Run(tab, chromedp.CaptureScreenshot())
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		small, err := smaller(taken)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, name+".png"), small, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// cite finds words of an article, to the end of their sentence.
func cite(a *corpus.Article, words string) (say.Excerpt, error) {
	for i, p := range a.Paragraphs {
		if at := strings.Index(p.Text, words); at >= 0 {
			r := corpus.Ref{Article: a.ID, Paragraph: i + 1, Span: corpus.Span{Start: at, End: at + len(words)}}
			return say.Excerpt{Ref: r, Revision: a.Revision}, nil
		}
	}
	return say.Excerpt{}, fmt.Errorf("%q is not in the article", words)
}

// common are the colours that a picture has most of.
func common(img image.Image) color.Palette {
	count := map[color.RGBA]int{}
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			count[color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)]++
		}
	}
	all := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	var few color.Palette
	for _, c := range all[:min(len(all), colours)] {
		few = append(few, c)
	}
	return few
}

// colours is how many a picture keeps: text on paper needs no more.
const colours = 240

// smaller writes a picture with the colours that it has most of.
func smaller(data []byte) ([]byte, error) {
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	few := image.NewPaletted(img.Bounds(), common(img))
	draw.Draw(few, few.Bounds(), img, img.Bounds().Min, draw.Src)
	var b bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, few)
	return b.Bytes(), err
}
