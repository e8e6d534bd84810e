#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "tokens/tokens.h"

// Compact printed forms of what the stage finds, which the tables of its tests compare.

namespace pullquote::tokens {

/// Owns a text together with its analysis.
class Analysed {
 public:
  explicit Analysed(std::string_view source)
      : source_(source), text_(std::make_unique<text::Text>(source_)), result_(analyse(*text_)) {}
  Analysed(const Analysed&) = delete;
  Analysed& operator=(const Analysed&) = delete;

  const TokenizedText& operator*() const { return result_; }
  const TokenizedText* operator->() const { return &result_; }

 private:
  std::string source_;
  std::unique_ptr<text::Text> text_;
  TokenizedText result_;
};

/// "He|said|.", the words only.
inline std::string print_words(const TokenizedText& text, TokenRange range) {
  std::string out;
  for (std::uint32_t at = range.first; at < range.last; ++at) {
    if (at > range.first) out += '|';
    out += text.word(at);
  }
  return out;
}
inline std::string print_words(const TokenizedText& text) {
  return print_words(text, {0, static_cast<std::uint32_t>(text.tokens.size())});
}

/// One letter for each token: w(ord) n(umber) c(litic) q(uote) p(unctuation) s(ymbol) u(rl) h(andle) t(ag).
inline std::string print_kinds(const TokenizedText& text) {
  std::string out;
  for (const Token& token : text.tokens) out += "wncqpsuht"[static_cast<int>(token.kind)];
  return out;
}

/// The view with a sign after each quotation mark: < opens, > closes, ? undecided; apostrophes stay bare.
inline std::string print_quotes(const TokenizedText& text) {
  std::string out;
  for (std::uint32_t at = 0; at < text.tokens.size(); ++at) {
    if (at > 0 && text.tokens[at].space_before) out += ' ';
    out += text.word(at);
    if (text.tokens[at].kind == TokenKind::kQuote) out += "-<>?"[static_cast<int>(text.tokens[at].side)];
  }
  return out;
}

/// The view's text of a range of tokens, line breaks as spaces.
inline std::string print_text(const TokenizedText& text, TokenRange range) {
  std::string out(text.text->view({text.tokens[range.first].begin, text.tokens[range.last - 1].end}));
  for (char& c : out) {
    if (c == '\n') c = ' ';
  }
  return out;
}

/// "First sentence. / Second one."
inline std::string print_sentences(const TokenizedText& text) {
  std::string out;
  for (const Sentence& sentence : text.sentences) {
    if (!out.empty()) out += " / ";
    out += print_text(text, sentence.tokens);
  }
  return out;
}

/// One line a section: "headline: Storm nears coast".
inline std::string print_sections(const TokenizedText& text) {
  std::string out;
  for (const Section& section : text.sections) {
    out += name_of(section.kind, kSectionKindNames);
    out += ": " + print_text(text, section.tokens) + '\n';
  }
  return out;
}

}  // namespace pullquote::tokens
