package main

import (
	"fmt"
	"sort"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A fact is a node: its kind (the library's name for it), its byte range, then its details and its children.
type fact []interface{}

func newFact(kind string, place hcl.Range, rest ...interface{}) fact {
	return append(fact{kind, place.Start.Byte, place.End.Byte}, rest...)
}

func (f fact) with(children []fact) fact {
	for _, child := range children {
		f = append(f, child)
	}
	return f
}

// bodyFact leaves out the body's own range, which ends at different places at the end of a file and in a block.
func bodyFact(body *hclsyntax.Body) fact {
	var items []fact
	for _, attribute := range body.Attributes {
		items = append(items, attributeFact(attribute))
	}
	for _, block := range body.Blocks {
		items = append(items, blockFact(block))
	}
	sort.Slice(items, func(left, right int) bool { return items[left][1].(int) < items[right][1].(int) })
	return fact{"Body"}.with(items)
}

func attributeFact(attribute *hclsyntax.Attribute) fact {
	name := newFact("Name", attribute.NameRange, attribute.Name)
	equals := newFact("Equals", attribute.EqualsRange)
	return newFact("Attribute", attribute.SrcRange, name, equals, expressionFact(attribute.Expr))
}

func blockFact(block *hclsyntax.Block) fact {
	result := newFact("Block", hcl.RangeBetween(block.TypeRange, block.CloseBraceRange))
	result = append(result, newFact("Name", block.TypeRange, block.Type))
	for index, label := range block.Labels {
		result = append(result, newFact("Label", block.LabelRanges[index], label))
	}
	open := newFact("Open", block.OpenBraceRange)
	return append(result, open, bodyFact(block.Body), newFact("Close", block.CloseBraceRange))
}

func expressionFacts(expressions []hclsyntax.Expression) []fact {
	var facts []fact
	for _, expression := range expressions {
		facts = append(facts, expressionFact(expression))
	}
	return facts
}

func expressionFact(expression hclsyntax.Expression) fact {
	switch e := expression.(type) {
	case *hclsyntax.LiteralValueExpr:
		return newFact("LiteralValue", e.SrcRange, valueOf(e.Val))
	case *hclsyntax.ScopeTraversalExpr:
		return newFact("ScopeTraversal", e.SrcRange).with(stepFacts(e.Traversal))
	case *hclsyntax.RelativeTraversalExpr:
		return newFact("RelativeTraversal", e.SrcRange, expressionFact(e.Source)).with(stepFacts(e.Traversal))
	case *hclsyntax.FunctionCallExpr:
		return callFact(e)
	case *hclsyntax.ConditionalExpr:
		return newFact("Conditional", e.SrcRange, expressionFact(e.Condition), branchFact(e.TrueResult), branchFact(e.FalseResult))
	case *hclsyntax.IndexExpr:
		return newFact("Index", e.SrcRange, expressionFact(e.Collection), expressionFact(e.Key))
	case *hclsyntax.TupleConsExpr:
		return newFact("TupleCons", e.SrcRange).with(expressionFacts(e.Exprs))
	case *hclsyntax.ObjectConsExpr:
		return objectFact(e)
	case *hclsyntax.ObjectConsKeyExpr:
		return expressionFact(e.Wrapped)
	case *hclsyntax.ForExpr:
		return forFact(e)
	case *hclsyntax.SplatExpr:
		marker := newFact("Marker", e.MarkerRange)
		return newFact("Splat", e.SrcRange, expressionFact(e.Source), marker, expressionFact(e.Each))
	case *hclsyntax.AnonSymbolExpr:
		return newFact("AnonSymbol", e.SrcRange)
	case *hclsyntax.ParenthesesExpr:
		return newFact("Parentheses", e.SrcRange, expressionFact(e.Expression))
	case *hclsyntax.BinaryOpExpr:
		return newFact("BinaryOp", e.SrcRange, operators[e.Op], expressionFact(e.LHS), expressionFact(e.RHS))
	case *hclsyntax.UnaryOpExpr:
		return newFact("UnaryOp", e.SrcRange, operators[e.Op], expressionFact(e.Val))
	case *hclsyntax.TemplateExpr:
		return newFact("Template", e.SrcRange).with(partFacts(e.Parts))
	case *hclsyntax.TemplateWrapExpr:
		return newFact("TemplateWrap", e.SrcRange, expressionFact(e.Wrapped))
	case *hclsyntax.TemplateJoinExpr:
		return templateForFact(e.Tuple.(*hclsyntax.ForExpr))
	default:
		panic(fmt.Sprintf("no fact for %T", expression))
	}
}

// partFacts joins neighbouring literals, because where the scanner cuts literal text is its own affair, and leaves
// out the empty one that stands for no content at all.
func partFacts(parts []hclsyntax.Expression) []fact {
	var facts []fact
	previousIsLiteral := false
	for _, part := range parts {
		literal, isLiteral := part.(*hclsyntax.LiteralValueExpr)
		if isLiteral && literal.Val.Type() != cty.String {
			isLiteral = false
		}
		if isLiteral && len(parts) == 1 && literal.SrcRange.Empty() {
			break
		}
		if isLiteral && previousIsLiteral {
			last := facts[len(facts)-1]
			last[2] = literal.SrcRange.End.Byte
			last[3] = last[3].(string) + literal.Val.AsString()
		} else if isLiteral {
			facts = append(facts, newFact("Text", literal.SrcRange, literal.Val.AsString()))
		} else {
			facts = append(facts, expressionFact(part))
		}
		previousIsLiteral = isLiteral
	}
	return facts
}

// branchFact gives the branch of a directive, which the library makes of parts, without its made-up range. No other
// template begins with a part.
func branchFact(branch hclsyntax.Expression) fact {
	template, isTemplate := branch.(*hclsyntax.TemplateExpr)
	if isTemplate && len(template.Parts) > 0 && template.SrcRange.Start == template.Parts[0].Range().Start {
		return fact{"Parts"}.with(partFacts(template.Parts))
	}
	return expressionFact(branch)
}

func templateForFact(e *hclsyntax.ForExpr) fact {
	content := fact{"Parts"}.with(partFacts(e.ValExpr.(*hclsyntax.TemplateExpr).Parts))
	return newFact("TemplateJoin", e.SrcRange, e.KeyVar, e.ValVar, expressionFact(e.CollExpr), content)
}

func callFact(e *hclsyntax.FunctionCallExpr) fact {
	name := newFact("Name", e.NameRange, e.Name)
	open, closing := newFact("Open", e.OpenParenRange), newFact("Close", e.CloseParenRange)
	return newFact("FunctionCall", e.Range(), e.ExpandFinal, name, open, closing).with(expressionFacts(e.Args))
}

func objectFact(e *hclsyntax.ObjectConsExpr) fact {
	result := newFact("ObjectCons", e.SrcRange)
	for _, item := range e.Items {
		result = append(result, expressionFact(item.KeyExpr), expressionFact(item.ValueExpr))
	}
	return result
}

func forFact(e *hclsyntax.ForExpr) fact {
	result := newFact("For", e.SrcRange, e.KeyVar, e.ValVar, e.Group)
	for _, part := range []hclsyntax.Expression{e.CollExpr, e.KeyExpr, e.ValExpr, e.CondExpr} {
		if part == nil {
			result = append(result, nil)
		} else {
			result = append(result, expressionFact(part))
		}
	}
	return result
}

func stepFacts(traversal hcl.Traversal) []fact {
	var facts []fact
	for _, step := range traversal {
		switch s := step.(type) {
		case hcl.TraverseRoot:
			facts = append(facts, newFact("Root", s.SrcRange, s.Name))
		case hcl.TraverseAttr:
			facts = append(facts, newFact("Attr", s.SrcRange, s.Name))
		case hcl.TraverseIndex:
			facts = append(facts, newFact("Key", s.SrcRange, valueOf(s.Key)))
		default:
			panic(fmt.Sprintf("no fact for %T", step))
		}
	}
	return facts
}

// valueOf gives strings, booleans and null as themselves and a number as {"number": "its digits"}.
func valueOf(value cty.Value) interface{} {
	switch {
	case value.IsNull():
		return nil
	case value.Type() == cty.String:
		return value.AsString()
	case value.Type() == cty.Bool:
		return value.True()
	case value.Type() == cty.Number:
		return map[string]string{"number": value.AsBigFloat().Text('g', -1)}
	default:
		panic("a literal of no known type")
	}
}

var operators = map[*hclsyntax.Operation]string{
	hclsyntax.OpLogicalOr:          "||",
	hclsyntax.OpLogicalAnd:         "&&",
	hclsyntax.OpLogicalNot:         "!",
	hclsyntax.OpEqual:              "==",
	hclsyntax.OpNotEqual:           "!=",
	hclsyntax.OpGreaterThan:        ">",
	hclsyntax.OpGreaterThanOrEqual: ">=",
	hclsyntax.OpLessThan:           "<",
	hclsyntax.OpLessThanOrEqual:    "<=",
	hclsyntax.OpAdd:                "+",
	hclsyntax.OpSubtract:           "-",
	hclsyntax.OpMultiply:           "*",
	hclsyntax.OpDivide:             "/",
	hclsyntax.OpModulo:             "%",
	hclsyntax.OpNegate:             "-",
}
