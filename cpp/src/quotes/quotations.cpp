#include "quotes/quotations.h"

#include <algorithm>
#include <array>

namespace pullquote::quotes {

using tokens::QuoteSide;
using tokens::Token;
using tokens::TokenKind;
using tokens::TokenRange;

namespace {

/// Marks of one family in a paragraph that are still to come.
struct Ahead {
  std::uint32_t opening = 0;
  std::uint32_t closing = 0;
};

class Finder {
 public:
  explicit Finder(const tokens::TokenizedText& text) : text_(text) {}

  void read(std::uint32_t section) {
    section_ = section;
    const auto range = text_.sections[section].tokens;
    sentence_ = text_.sections[section].sentences.first;
    open_ = false;
    quotations_before_ = found_.size();
    count_marks(range);
    for (auto i = range.first; i < range.last; ++i) {
      const auto& token = text_.tokens[i];
      if (token.kind != TokenKind::kQuote) continue;
      auto& ahead = ahead_[token.single_mark];
      if (token.side == QuoteSide::kOpen) --ahead.opening;
      if (token.side == QuoteSide::kClose) --ahead.closing;
      if (open_) {
        mark_inside(i);
      } else {
        mark_outside(i);
      }
    }
    if (open_) add({opening_, range.last}, false);
    // A caption that a scraper left among the paragraphs does not end the speech around it.
    if (text_.sections[section].kind == SectionKind::kCaption) return;
    left_open_ = open_;
    left_single_ = single_;
  }

  std::vector<Quotation> take() { return std::move(found_); }

 private:
  void count_marks(TokenRange range) {
    ahead_ = {};
    for (auto i = range.first; i < range.last; ++i) {
      const auto& token = text_.tokens[i];
      if (token.kind != TokenKind::kQuote) continue;
      if (token.side == QuoteSide::kOpen) ++ahead_[token.single_mark].opening;
      if (token.side == QuoteSide::kClose) ++ahead_[token.single_mark].closing;
    }
  }

  void mark_outside(std::uint32_t i) {
    const auto& token = text_.tokens[i];
    if (token.side == QuoteSide::kClose) return stray_closing(i);
    // A single mark that nothing closes is an apostrophe wherever the double family is at work.
    const auto& doubles = ahead_[0];
    if (token.single_mark && ahead_[1].closing == 0 && doubles.opening + doubles.closing > 0) return;
    open(i);
  }

  void mark_inside(std::uint32_t i) {
    const auto& token = text_.tokens[i];
    if (token.single_mark != single_) return;
    if (token.side != QuoteSide::kOpen) {
      if (depth_ > 0) {
        --depth_;
      } else {
        add({opening_, i + 1}, true);
        open_ = false;
      }
      return;
    }
    // Nested only where the marks to come close this one, those to come, and the one that is open.
    const auto& ahead = ahead_[single_];
    if (ahead.closing >= ahead.opening + depth_ + 2) {
      ++depth_;
    } else {
      add({opening_, i}, false);
      open(i);
    }
  }

  void open(std::uint32_t i) {
    open_ = true;
    opening_ = i;
    single_ = text_.tokens[i].single_mark;
    depth_ = 0;
  }

  // "We never got it,” he said: a scraper or an editor lost the opening mark.
  void stray_closing(std::uint32_t i) {
    if (text_.tokens[i].single_mark || found_.size() > quotations_before_) return;
    const auto& section = text_.sections[section_];
    if (i == section.tokens.first) return;
    const auto before = text_.word(i - 1);
    if (before != "," && before != "." && before != "?" && before != "!") return;
    while (sentence_ + 1 < section.sentences.last && text_.sentences[sentence_].tokens.last <= i) ++sentence_;
    const auto first = text_.sentences[sentence_].tokens.first;
    if (first >= i - 1) return;
    found_.push_back({.tokens = {first, i + 1}, .inside = {first, i}, .section = section_});
  }

  void add(TokenRange tokens, bool closed) {
    const TokenRange inside{tokens.first + 1, closed ? tokens.last - 1 : tokens.last};
    if (inside.empty()) return;
    const bool continues =
        left_open_ && single_ == left_single_ && tokens.first == text_.sections[section_].tokens.first;
    found_.push_back(
        {.tokens = tokens, .inside = inside, .section = section_, .closed = closed, .continues = continues});
  }

  const tokens::TokenizedText& text_;
  std::vector<Quotation> found_;
  std::array<Ahead, 2> ahead_{};
  std::size_t quotations_before_ = 0;
  std::uint32_t section_ = 0;
  std::uint32_t sentence_ = 0;
  std::uint32_t opening_ = 0;
  std::uint32_t depth_ = 0;
  bool open_ = false;
  bool single_ = false;
  bool left_open_ = false;  // by the paragraph before
  bool left_single_ = false;
};

}  // namespace

std::vector<Quotation> find_quotations(const tokens::TokenizedText& text, bool boilerplate) {
  Finder finder(text);
  for (std::uint32_t s = 0; s < text.sections.size(); ++s) {
    const auto kind = text.sections[s].kind;
    if (kind == SectionKind::kBoilerplate && !boilerplate) continue;
    finder.read(s);
  }
  return finder.take();
}

std::vector<Quotation> find_quotations(const tokens::TokenizedText& text, const entities::Linked& linked,
                                       bool boilerplate) {
  auto quotations = find_quotations(text, boilerplate);
  // The marks of 'Tom "The Hammer" Ortega' belong to the name.
  auto mention = linked.mentions.begin();
  std::uint32_t named = 0;  // where the last name of a person that begins before the quotation ends
  std::erase_if(quotations, [&](const Quotation& quotation) {
    for (; mention != linked.mentions.end() && mention->tokens.first < quotation.tokens.first; ++mention) {
      if (mention->names_person()) named = std::max(named, mention->tokens.last);
    }
    return named > quotation.tokens.last;
  });
  return quotations;
}

}  // namespace pullquote::quotes
