#include "sections.h"

#include <algorithm>

#include "characters.h"
#include "dateline.h"
#include "lines.h"
#include "section_phrases.h"

// What each block of lines is, from its first words, its shape and its place in the article. A wrong boilerplate mark
// hides quotations, so a line that may be prose stays a paragraph: phrases count only at the start of short lines
// without quotation marks, and a list of links is believed only under a line that announces one.

namespace pullquote::tokens {
namespace {

constexpr std::uint32_t kLongestNotice = 60;    // tokens of a boilerplate line that is a sentence
constexpr std::uint32_t kLongestLabelled = 40;  // of one that opens with a label
constexpr std::uint32_t kLongestCaption = 80;
constexpr std::uint32_t kLongestHeadline = 30;
constexpr std::uint32_t kLongestLink = 20;
constexpr std::size_t kHeadBlocks = 6;  // bylines and decks stand among the first blocks
constexpr int kMostLinks = 12;

struct Shape {
  bool stops = false;       // ends in a full stop, closing marks aside
  bool asks = false;        // ends in ? or !
  bool quoted = false;      // holds a double quotation mark
  bool capitals = false;    // no lower-case word
  bool title_case = false;  // most longer words are capitalised
  bool addresses = false;   // nothing but web addresses
  bool date = false;        // nothing but a date or a time of day, in figures and words
  bool empty = false;       // nothing that could be read aloud: "___"
  std::uint32_t bars = 0;   // "|" that part entries
  std::uint32_t words = 0;
  std::uint32_t lower_words = 0;
};

class SectionFinder {
 public:
  SectionFinder(std::string_view view, const std::vector<Token>& tokens)
      : view_(view), tokens_(tokens), blocks_(split_blocks(view, tokens)) {}

  std::vector<Section> run() {
    for (std::size_t index = 0; index < blocks_.size(); ++index) {
      const TokenRange range = blocks_[index].tokens;
      const Shape shape = shape_of(range);
      const SectionKind kind = classify(index, shape);
      TokenRange rest = range;
      if (kind == SectionKind::kParagraph) {
        const std::uint32_t body = dateline_end(view_, tokens_, range, !body_);
        if (body > range.first) sections_.push_back({SectionKind::kDateline, {range.first, body}, {}});
        rest.first = body;
        body_ = true;
        const std::uint32_t credits = credits_begin(rest);
        if (credits > rest.first) {
          sections_.push_back({kind, {rest.first, credits}, {}});
          sections_.push_back({SectionKind::kByline, {credits, rest.last}, {}});
          continue;
        }
      }
      sections_.push_back({kind, rest, {}});
    }
    return std::move(sections_);
  }

 private:
  std::string_view word(std::uint32_t token) const {
    return view_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
  }
  std::string_view text(TokenRange range) const {
    return view_.substr(tokens_[range.first].begin, tokens_[range.last - 1].end - tokens_[range.first].begin);
  }
  bool is_plain_word(std::uint32_t token) const {
    return tokens_[token].kind == TokenKind::kWord || tokens_[token].kind == TokenKind::kNumber;
  }

  Shape shape_of(TokenRange range) const {
    Shape shape;
    if (range.size() > kLongestCaption) return shape;  // nothing but a paragraph is as long
    std::uint32_t longer = 0;
    std::uint32_t capitalised = 0;
    std::uint32_t addresses = 0;
    std::uint32_t numbers = 0;
    std::uint32_t date_words = 0;
    shape.empty = true;
    std::uint32_t all_upper = 0;
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      const Token& token = tokens_[at];
      shape.quoted = shape.quoted || (token.kind == TokenKind::kQuote && !token.single_mark);
      if (token.kind == TokenKind::kUrl) ++addresses;
      if (token.kind == TokenKind::kNumber) ++numbers;
      if (token.kind != TokenKind::kPunctuation && (token.kind != TokenKind::kSymbol || token.end - token.begin > 1)) {
        shape.empty = false;
      }
      if (token.kind == TokenKind::kSymbol && view_[token.begin] == '|') ++shape.bars;
      if (token.kind != TokenKind::kWord) continue;
      if (date_words == shape.words - 1 && is_date_word(word(at))) ++date_words;
      ++shape.words;
      if (token.all_upper) ++all_upper;
      const CharClass first = char_at(view_, token.begin).kind;
      if (first == CharClass::kLower) ++shape.lower_words;
      if (token.end - token.begin >= 4) {
        ++longer;
        if (token.upper) ++capitalised;
      }
    }
    shape.capitals = shape.words > 0 && shape.lower_words == 0 && all_upper * 2 > shape.words;
    shape.title_case = longer > 0 && capitalised * 5 >= longer * 4;
    shape.addresses = addresses > 0 && shape.words == 0;
    shape.date = numbers > 0 && date_words > 0 && date_words == shape.words;
    std::uint32_t last = range.last;
    while (last > range.first && (tokens_[last - 1].kind == TokenKind::kQuote || word(last - 1) == ")")) --last;
    if (last > range.first) {
      const char end = view_[tokens_[last - 1].end - 1];
      shape.stops = end == '.' || end == ':' || end == ';' || end == ',' || word(last - 1) == "\u2026";
      shape.asks = end == '?' || end == '!';
    }
    return shape;
  }

  SectionKind classify(std::size_t index, const Shape& shape) {
    // A text of one block is what somebody asks about, whatever it looks like.
    if (blocks_.size() == 1) return SectionKind::kParagraph;
    const TokenRange range = blocks_[index].tokens;
    const SectionKind marked = marked_kind(index, shape);
    if (marked != SectionKind::kParagraph) return marked;
    if (links_left_ > 0) {
      if (range.size() <= kLongestLink && !shape.stops && (shape.title_case || !blocks_[index].blank_before)) {
        --links_left_;
        return SectionKind::kBoilerplate;
      }
      links_left_ = 0;
    }
    if (!body_ && index < kHeadBlocks && is_headline(index, shape)) return SectionKind::kHeadline;
    const bool crosshead = shape.capitals && shape.words >= 2 && range.size() <= 12 && !shape.quoted;
    return crosshead ? SectionKind::kHeadline : SectionKind::kParagraph;
  }

  // What the words of the line itself say it is.
  SectionKind marked_kind(std::size_t index, const Shape& shape) {
    const TokenRange range = blocks_[index].tokens;
    if (range.size() > kLongestCaption) return SectionKind::kParagraph;
    if (shape.addresses || shape.empty) return SectionKind::kBoilerplate;
    if (shape.date && is_edge(index)) return SectionKind::kDateline;
    if (shape.bars > 1 && !shape.stops && range.size() <= kLongestLink) return SectionKind::kBoilerplate;

    std::uint32_t first = range.first;
    while (first + 1 < range.last && !is_plain_word(first) && word(first) != "\u00A9") ++first;
    const TokenRange line{first, range.last};
    const PhraseMatch match = match_phrase(text(line));
    if (match.use != PhraseUse::kNone) {
      const SectionKind kind = phrase_kind(index, line, match, shape);
      if (kind != SectionKind::kParagraph) return kind;
    }
    if (range.size() <= kLongestNotice && !shape.quoted) {
      switch (phrase_within(text(range))) {
        case PhraseUse::kOpening:
          return SectionKind::kBoilerplate;
        case PhraseUse::kByline:
          return SectionKind::kByline;
        case PhraseUse::kCaptionLine:
          return SectionKind::kCaption;
        default:
          break;
      }
    }
    if (word(first) == "FILE" && first + 1 < range.last &&
        is_dash(char_at(view_, tokens_[first + 1].begin).code_point)) {
      return SectionKind::kCaption;
    }
    if (ends_in_credit(range)) return SectionKind::kCaption;
    const bool under_byline = !sections_.empty() && sections_.back().kind == SectionKind::kByline && shape.title_case &&
                              !shape.stops && range.size() <= 5 && !body_;
    if (is_edge(index) && shape.lower_words == 0 && range.size() <= 8 &&
        (under_byline || is_agency(text(line)) || (shape.words >= 2 && is_reporter_title(word(range.last - 1))))) {
      return SectionKind::kByline;
    }
    return SectionKind::kParagraph;
  }

  // "Ferries wait at a pier. Picture: Ann Lee/Salin Post"
  bool ends_in_credit(TokenRange range) const {
    if (range.size() > kLongestNotice) return false;
    bool names = false;
    for (std::uint32_t at = range.last; at > range.first && range.last - at < 9; --at) {
      const std::uint32_t token = at - 1;
      if (word(token) == ":") return names && token > range.first && is_credit_label(word(token - 1));
      if (tokens_[token].kind == TokenKind::kQuote) return false;
      if (tokens_[token].kind != TokenKind::kWord) continue;
      if (!tokens_[token].upper) return false;
      names = true;
    }
    return false;
  }

  // Where the closing "(Reporting by …; editing by …)" of a last paragraph begins, or its start.
  std::uint32_t credits_begin(TokenRange range) const {
    std::uint32_t at = range.last;
    if (at - range.first > 1 && word(at - 1) == ".") --at;
    if (at <= range.first || word(at - 1) != ")") return range.first;
    const std::uint32_t floor = at - std::min(at - range.first, kLongestNotice);
    while (at > floor && word(at - 1) != "(") --at;
    if (at == floor || at == range.last) return range.first;
    const PhraseMatch match = match_phrase(text({at, range.last}));
    return match.use == PhraseUse::kByline && match.length > 2 ? at - 1 : range.first;
  }

  // Among the first or the last blocks of the article.
  bool is_edge(std::size_t index) const { return index < kHeadBlocks || index + kHeadBlocks > blocks_.size(); }

  SectionKind phrase_kind(std::size_t index, TokenRange line, const PhraseMatch& match, const Shape& shape) {
    // The first token after the phrase.
    const std::uint32_t phrase_end = tokens_[line.first].begin + static_cast<std::uint32_t>(match.length);
    std::uint32_t next = line.first;
    while (next < line.last && tokens_[next].begin < phrase_end) ++next;
    const bool colon = next < line.last && word(next) == ":";
    const bool whole = std::none_of(tokens_.begin() + next, tokens_.begin() + line.last, [](const Token& token) {
      return token.kind == TokenKind::kWord || token.kind == TokenKind::kQuote;
    });
    const std::uint32_t rest = line.last - next;

    switch (match.use) {
      case PhraseUse::kLinkLabel:
      case PhraseUse::kLabel: {
        const bool link = match.use == PhraseUse::kLinkLabel &&
                          (!shape.stops || rest <= 3 || tokens_[line.first].all_upper) && line.size() <= kLongestLink;
        if (!(whole || link || (colon && line.size() <= kLongestLabelled))) return SectionKind::kParagraph;
        if (whole) links_left_ = kMostLinks;
        return SectionKind::kBoilerplate;
      }
      case PhraseUse::kWhole:
        return whole && rest <= 4 ? SectionKind::kBoilerplate : SectionKind::kParagraph;
      case PhraseUse::kOpening:
        return line.size() <= kLongestNotice && !shape.quoted ? SectionKind::kBoilerplate : SectionKind::kParagraph;
      case PhraseUse::kFollow: {
        const bool address = std::any_of(tokens_.begin() + next, tokens_.begin() + line.last, [](const Token& token) {
          return token.kind == TokenKind::kHandle || token.kind == TokenKind::kUrl;
        });
        return address && !shape.quoted && line.size() <= kLongestLabelled ? SectionKind::kBoilerplate
                                                                           : SectionKind::kParagraph;
      }
      case PhraseUse::kStamp: {
        const bool stamped =
            next < line.last && (colon || tokens_[next].kind == TokenKind::kNumber || word(next) == "(" ||
                                 word(next) == "\u00A9" || is_date_word(word(next)));
        const bool dated = std::any_of(tokens_.begin() + next, tokens_.begin() + line.last,
                                       [](const Token& token) { return token.kind == TokenKind::kNumber; });
        return stamped && dated && !shape.quoted && line.size() <= kLongestLabelled ? SectionKind::kBoilerplate
                                                                                    : SectionKind::kParagraph;
      }
      case PhraseUse::kByline:
        return is_byline(index, {next, line.last}, match, shape) ? SectionKind::kByline : SectionKind::kParagraph;
      case PhraseUse::kCaption:
        return colon || (whole && rest <= 2) ? SectionKind::kCaption : SectionKind::kParagraph;
      case PhraseUse::kCaptionLine:
        return SectionKind::kCaption;
      case PhraseUse::kNone:
        break;
    }
    return SectionKind::kParagraph;
  }

  // After "By": names, and little in lower case but what joins them and their titles.
  bool is_byline(std::size_t index, TokenRange names, const PhraseMatch& match, const Shape& shape) const {
    if (names.empty() || shape.quoted || names.size() > kLongestLabelled || !is_edge(index)) return false;
    if (word(names.first) == ":") ++names.first;
    if (names.empty() || !tokens_[names.first].upper) return false;
    if (match.length > 2) return shape.lower_words <= shape.words / 2 + 2;
    std::uint32_t upper = 0;
    std::uint32_t lower = 0;
    for (std::uint32_t at = names.first; at < names.last; ++at) {
      if (tokens_[at].kind != TokenKind::kWord) continue;
      ++(tokens_[at].upper ? upper : lower);
    }
    return (upper >= 2 || (names.size() <= 2 && !shape.stops)) && lower * 2 <= upper && names.size() <= 25 &&
           !is_month(word(names.first));
  }

  bool is_headline(std::size_t index, const Shape& shape) const {
    const TokenRange range = blocks_[index].tokens;
    if (range.size() > kLongestHeadline || shape.words == 0) return false;
    if (dateline_end(view_, tokens_, range, true) > range.first) return false;
    if (shape.capitals) return true;
    if (shape.title_case && (index == 0 || !shape.stops || shape.lower_words * 3 <= shape.words)) return true;
    if (!shape.stops && !shape.asks) return true;
    if (index > 0) return false;
    if (shape.asks) return range.size() <= kLongestLink && !shape.quoted;
    const TokenRange below = blocks_[index + 1].tokens;
    return dateline_end(view_, tokens_, below, true) > below.first;
  }

  std::string_view view_;
  const std::vector<Token>& tokens_;
  std::vector<Block> blocks_;
  std::vector<Section> sections_;
  bool body_ = false;   // a paragraph has been seen
  int links_left_ = 0;  // lines that may still belong to a list of links
};

}  // namespace

std::vector<Section> find_sections(std::string_view view, const std::vector<Token>& tokens) {
  return SectionFinder(view, tokens).run();
}

}  // namespace pullquote::tokens
