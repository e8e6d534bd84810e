#include "features/words.h"

#include "text/unicode.h"

namespace pullquote::features {

namespace {

void append_lower(std::string_view word, std::string& scratch, std::string& out) {
  const auto start = out.size();
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      out.resize(start);
      text::to_lower(word, scratch);
      out += scratch;
      return;
    }
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
}

}  // namespace

Words::Words(const tokens::TokenizedText& text, const Lexicon& lexicon) : lexicon_(lexicon) {
  facts_.reserve(text.tokens.size());
  buffer_.reserve(text.text->view().size() + text.tokens.size());
  std::string scratch;
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(buffer_.size());
    append_lower(text.word(i), scratch, buffer_);
    const auto size = static_cast<std::uint32_t>(buffer_.size()) - begin;
    Fact fact{.classes = 0, .names = 0, .begin = begin, .size = size};
    const auto kind = text.tokens[i].kind;
    if (kind == tokens::TokenKind::kWord || kind == tokens::TokenKind::kClitic) {
      const auto lower = std::string_view(buffer_).substr(begin, size);
      fact.classes = word_classes(lower);
      // The lists have abbreviations without their full stop; "us" and "u.s." differ, so only the last one goes.
      if (fact.classes == 0 && size > 2 && lower.back() == '.') {
        fact.classes = word_classes(lower.substr(0, size - 1));
      }
      if (text.tokens[i].upper || size > 3) fact.names = lexicon.find(lower);
    }
    facts_.push_back(fact);
    buffer_.push_back(' ');
  }
}

}  // namespace pullquote::features
