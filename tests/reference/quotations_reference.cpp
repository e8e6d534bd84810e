#include "reference/quotations_reference.h"

#include <optional>

namespace pullquote::reference {

namespace {

using tokens::QuoteSide;
using tokens::Token;

class Paragraph {
 public:
  Paragraph(const tokens::TokenizedText& text, std::uint32_t section) : text_(text), section_(section) {}

  [[nodiscard]] tokens::TokenRange range() const { return text_.sections[section_].tokens; }

  [[nodiscard]] const Token* mark(std::uint32_t i) const {
    const auto& token = text_.tokens[i];
    return token.kind == tokens::TokenKind::kQuote ? &token : nullptr;
  }

  /// Marks of a family and side behind `i`.
  [[nodiscard]] std::int64_t ahead(std::uint32_t i, bool single, QuoteSide side) const {
    std::int64_t count = 0;
    for (auto at = i + 1; at < range().last; ++at) {
      count += mark(at) != nullptr && mark(at)->single_mark == single && mark(at)->side == side ? 1 : 0;
    }
    return count;
  }

  /// Where a quotation that opens at `open` ends: the token after its last one, and whether a mark closes it.
  [[nodiscard]] std::pair<std::uint32_t, bool> end_of(std::uint32_t open) const {
    std::int64_t nested = 0;
    const bool single = mark(open)->single_mark;
    for (auto i = open + 1; i < range().last; ++i) {
      if (mark(i) == nullptr || mark(i)->single_mark != single) continue;
      if (mark(i)->side != QuoteSide::kOpen) {
        if (nested-- == 0) return {i + 1, true};
      } else if (ahead(i, single, QuoteSide::kClose) - ahead(i, single, QuoteSide::kOpen) >= nested + 2) {
        ++nested;
      } else {
        return {i, false};
      }
    }
    return {range().last, false};
  }

  /// An opening mark, or one of unknown side, that is no lone apostrophe.
  [[nodiscard]] bool opens(std::uint32_t i) const {
    if (mark(i) == nullptr || mark(i)->side == QuoteSide::kClose) return false;
    return !mark(i)->single_mark || ahead(i, true, QuoteSide::kClose) > 0 ||
           ahead(i, false, QuoteSide::kClose) + ahead(i, false, QuoteSide::kOpen) == 0;
  }

  /// The start of the sentence in which speech ends with a closing mark that nothing opens.
  [[nodiscard]] std::optional<std::uint32_t> lost_opening(std::uint32_t close) const {
    if (mark(close) == nullptr || mark(close)->side != QuoteSide::kClose || mark(close)->single_mark ||
        close == range().first) {
      return std::nullopt;
    }
    const auto before = text_.word(close - 1);
    if (before != "," && before != "." && before != "?" && before != "!") return std::nullopt;
    for (const auto& sentence : text_.sentences) {
      if (sentence.tokens.contains(close) && sentence.tokens.first + 1 < close) return sentence.tokens.first;
    }
    return std::nullopt;
  }

 private:
  const tokens::TokenizedText& text_;
  std::uint32_t section_;
};

}  // namespace

std::vector<quotes::Quotation> find_quotations(const tokens::TokenizedText& text, bool boilerplate) {
  std::vector<quotes::Quotation> found;
  std::optional<bool> left_open;  // the family of the mark that the paragraph before left open
  for (std::uint32_t s = 0; s < text.sections.size(); ++s) {
    const auto kind = text.sections[s].kind;
    if (kind == SectionKind::kBoilerplate && !boilerplate) continue;
    const Paragraph paragraph(text, s);
    const auto before = found.size();
    std::optional<bool> open_at_end;
    for (auto i = paragraph.range().first; i < paragraph.range().last;) {
      if (paragraph.opens(i)) {
        const auto [end, closed] = paragraph.end_of(i);
        const bool single = paragraph.mark(i)->single_mark;
        const tokens::TokenRange inside{i + 1, closed ? end - 1 : end};
        if (!inside.empty()) {
          found.push_back({{i, end}, inside, s, closed, left_open == single && i == paragraph.range().first});
        }
        if (!closed && end == paragraph.range().last) open_at_end = single;
        i = end;
        continue;
      }
      const auto first = found.size() == before ? paragraph.lost_opening(i) : std::nullopt;
      if (first) found.push_back({{*first, i + 1}, {*first, i}, s, true, false});
      ++i;
    }
    if (kind != SectionKind::kCaption) left_open = open_at_end;
  }
  return found;
}

}  // namespace pullquote::reference
