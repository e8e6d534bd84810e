#include "word_counts.h"

#include "article_words.h"
#include "text/unicode.h"

namespace pullquote::train {

namespace {

// A line in which most words are capitalised is a heading or a table, and says nothing about how its words are written.
bool is_title_case(const tokens::TokenizedText& text, tokens::TokenRange range) {
  std::uint32_t words = 0, capitalised = 0;
  for (auto token = range.first; token < range.last; ++token) {
    if (text.tokens[token].kind != tokens::TokenKind::kWord) continue;
    ++words;
    if (text.tokens[token].upper) ++capitalised;
  }
  return capitalised * 2 > words;
}

// "in Porto,", but not "in San Francisco" or "in Martin's view".
bool is_placed(const tokens::TokenizedText& text, std::uint32_t token, std::uint32_t end) {
  const auto before = text.word(token - 1);
  if (before != "in" && before != "near" && before != "outside") return false;
  if (token + 1 == end) return true;
  const auto& next = text.tokens[token + 1];
  return !next.upper && next.kind != tokens::TokenKind::kClitic;
}

}  // namespace

void WordCounts::watch(std::string name) {
  for (auto space = name.find(' '); space != std::string::npos; space = name.find(' ', space + 1)) {
    prefixes_.insert(name.substr(0, space));
  }
  names_.emplace(std::move(name), 0);
}

void WordCounts::read(const tokens::TokenizedText& text) {
  for (const auto& sentence : text.sentences) read_sentence(text, sentence.tokens);
}

void WordCounts::read_sentence(const tokens::TokenizedText& text, tokens::TokenRange range) {
  if (is_title_case(text, range)) return;
  bool inside = false;  // past the first word, and not right after an opening mark or a colon
  for (auto token = range.first; token < range.last; ++token) {
    const auto kind = text.tokens[token].kind;
    if (kind == tokens::TokenKind::kWord) {
      const auto word = text.word(token);
      auto& count = words_[text::to_lower(word)];
      if (!text.tokens[token].upper && !starts_upper(word)) {
        ++count.lower;
      } else if (inside) {
        ++count.capitalised;
        if (is_placed(text, token, range.last)) ++count.placed;
      }
      if (text.tokens[token].upper) find_names(text, token, range.last);
      ++total_;
      inside = true;
    } else if (kind == tokens::TokenKind::kQuote || text.word(token) == ":" || text.word(token) == "(") {
      inside = false;
    }
  }
}

void WordCounts::find_names(const tokens::TokenizedText& text, std::uint32_t first, std::uint32_t end) {
  std::string name(text.word(first));
  for (auto next = first + 1;; ++next) {
    if (const auto found = names_.find(name); found != names_.end()) ++found->second;
    if (next >= end || !prefixes_.contains(name)) return;
    name += ' ';
    name += text.word(next);
  }
}

WordCounts::Count WordCounts::of(std::string_view lower) const {
  const auto found = words_.find(std::string(lower));
  return found == words_.end() ? Count{} : found->second;
}

std::uint32_t WordCounts::seen(const std::string& name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? 0 : found->second;
}

}  // namespace pullquote::train
