#include "lexemes.h"

#include "text/unicode.h"

namespace pullquote::values {

namespace {

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

LexemeKind kind_of(char32_t c) {
  if (is_ascii_digit(c)) return LexemeKind::kNumber;
  return text::is_letter(c) ? LexemeKind::kWord : LexemeKind::kSign;
}

}  // namespace

Lexemes::Lexemes(const tokens::TokenizedText& text, tokens::TokenRange around, tokens::TokenRange mention) {
  const auto begin = text.tokens[around.first].begin;
  const auto from = text.tokens[mention.first].begin;
  const auto to = text.tokens[mention.last - 1].end;
  const auto view = text.text->view({begin, text.tokens[around.last - 1].end});
  bool space = true;
  for (std::size_t at = 0; at < view.size();) {
    const auto [c, length] = text::decode(view, at);
    const auto start = at;
    at += length;
    if (c == ' ' || c == '\n' || c == '\t') {
      space = true;
      continue;
    }
    const auto kind = kind_of(c);
    const auto place = begin + start;
    const bool goes_on = kind != LexemeKind::kSign && !space && !lexemes_.empty() && lexemes_.back().kind == kind &&
                         place != from && place != to;
    if (!goes_on) {
      lexemes_.push_back({.kind = kind, .begin = static_cast<std::uint32_t>(buffer_.size()), .space_before = space});
    }
    space = false;
    if (text::group_of(c) == text::Group::kDash || c == 0x2212) {
      buffer_.push_back('-');  // hyphens, dashes and the minus sign alike
    } else {
      buffer_ += text::to_lower(view.substr(start, length));
    }
    lexemes_.back().end = static_cast<std::uint32_t>(buffer_.size());
    if (place < from) first_ = lexemes_.size();
    if (place < to) last_ = lexemes_.size();
    // What follows a space in the view follows one here.
    if (at < view.size() && (view[at] == ' ' || view[at] == '\n')) buffer_.push_back(' ');
  }
}

int Lexemes::number(std::size_t i) const {
  if (!is_number(i) || text(i).size() > 9) return -1;
  int value = 0;
  for (const char c : text(i)) value = value * 10 + (c - '0');
  return value;
}

}  // namespace pullquote::values
