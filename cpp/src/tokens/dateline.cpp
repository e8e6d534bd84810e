#include "dateline.h"

#include <algorithm>

#include "abbreviations.h"
#include "characters.h"
#include "section_phrases.h"

// place [, region]* [, date] [(agency)] dash. A place in capitals, a date or an agency is evidence enough; "Cape Town
// –" is only where the article begins.

namespace pullquote::tokens {
namespace {

constexpr std::uint32_t kMostPlaceWords = 5;
constexpr std::uint32_t kLeastBody = 3;

class DatelineParser {
 public:
  DatelineParser(std::string_view view, const std::vector<Token>& tokens, TokenRange paragraph)
      : view_(view), tokens_(tokens), paragraph_(paragraph), at_(paragraph.first) {}

  std::uint32_t parse(bool opening) {
    if (is(at_, "(") && take_agency() && at_ < paragraph_.last && is_dash_token(at_) && body_follows(at_ + 1))
      return at_ + 1;
    at_ = paragraph_.first;
    if (!take_place()) return paragraph_.first;
    while (is(at_, ",") && take_region()) continue;
    const bool date = take_date();
    const bool agency = take_agency();
    const bool date_after = take_date();
    const bool dated = date || date_after;

    // "QUITO, ECUADOR.-": the style of Spanish-language agencies.
    if (capitals_ && is(at_, ".") && at_ + 1 < paragraph_.last && is_dash_token(at_ + 1)) ++at_;
    const std::uint32_t mark = at_;
    const bool dash = mark < paragraph_.last && is_dash_token(mark);
    const bool colon = is(mark, ":");
    if (!dash && !colon && !(agency && capitals_)) return paragraph_.first;
    const std::uint32_t end = dash || colon ? mark + 1 : mark;
    if (!body_follows(end)) return paragraph_.first;

    const std::size_t letters = word(paragraph_.first).size();
    if (colon) return dated || agency || is_colon_dateline(place_text()) ? end : paragraph_.first;
    if (agency || (dated && (opening || capitals_)) ||
        (capitals_ && (opening ? letters >= 3 : letters >= 4 && tokens_[mark].space_before))) {
      return end;
    }
    const bool weak = opening && place_words_ <= 3 && tokens_[mark].space_before && tokens_[end].upper &&
                      view_[tokens_[paragraph_.last - 1].end - 1] == '.' && !dash_again(end);
    return weak ? end : paragraph_.first;
  }

 private:
  std::string_view word(std::uint32_t token) const {
    return view_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
  }
  bool is(std::uint32_t token, std::string_view text) const { return token < paragraph_.last && word(token) == text; }
  bool is_name(std::uint32_t token) const {
    return token < paragraph_.last && tokens_[token].kind == TokenKind::kWord && tokens_[token].upper;
  }
  bool is_number(std::uint32_t token) const {
    return token < paragraph_.last && tokens_[token].kind == TokenKind::kNumber;
  }
  bool is_month_token(std::uint32_t token) const { return is_name(token) && is_month(word(token)); }

  bool is_dash_token(std::uint32_t token) const {
    const char32_t first = char_at(view_, tokens_[token].begin).code_point;
    if (!is_dash(first) && first != U'_') return false;
    const bool space_after = token + 1 < paragraph_.last && tokens_[token + 1].space_before;
    return tokens_[token].space_before || space_after || first == kEmDash;
  }

  std::string_view place_text() const {
    const std::uint32_t last = paragraph_.first + place_words_ - 1;
    return view_.substr(tokens_[paragraph_.first].begin, tokens_[last].end - tokens_[paragraph_.first].begin);
  }

  bool take_place() {
    while (is_name(at_) && !is_month(word(at_)) && place_words_ < kMostPlaceWords) {
      if (is_dateline_impostor(word(at_))) return false;
      capitals_ = capitals_ && tokens_[at_].all_upper;
      ++at_;
      ++place_words_;
      // "PORT-AU-PRINCE"
      if (is(at_, "-") && !tokens_[at_].space_before && is_name(at_ + 1) && !tokens_[at_ + 1].space_before) ++at_;
    }
    if (place_words_ == 0) return false;
    // "On Jan. 4 -" is prose; "The Hague" is a place.
    const std::string_view first = word(paragraph_.first);
    return !is_sentence_starter(first) || (place_words_ > 1 && equals_ignoring_case(first, "the"));
  }

  bool take_region() {
    std::uint32_t end = at_ + 1;
    while (is_name(end) && !is_month(word(end)) && end < at_ + 3) ++end;
    if (end == at_ + 1) return false;
    at_ = end;
    return true;
  }

  // "Jan 4", "4 January 2019", "July 4, 2022".
  bool take_date() {
    std::uint32_t at = is(at_, ",") ? at_ + 1 : at_;
    if (is_month_token(at) && is_number(at + 1)) {
      at += 2;
    } else if (is_number(at) && is_month_token(at + 1)) {
      at += 2;
    } else {
      return false;
    }
    if (is_number(at)) {
      ++at;
    } else if (is(at, ",") && is_number(at + 1)) {
      at += 2;
    }
    at_ = is(at, ",") ? at + 1 : at;
    return true;
  }

  bool take_agency() {
    if (!is(at_, "(")) return false;
    std::uint32_t close = at_ + 1;
    while (close < std::min(at_ + 6, paragraph_.last) && !is(close, ")")) ++close;
    if (!is(close, ")") || close == at_ + 1) return false;
    const std::string_view name = view_.substr(tokens_[at_ + 1].begin, tokens_[close - 1].end - tokens_[at_ + 1].begin);
    if (!is_agency(name) && !is_agency(word(close - 1))) {
      // An agency that no list knows: initials, or a name after a place in capitals.
      const bool initials = close == at_ + 2 && tokens_[at_ + 1].all_upper;
      const bool named = capitals_ && place_words_ > 0 && is_name(at_ + 1) && is_name(close - 1);
      if (!initials && !named) return false;
    }
    at_ = close + 1;
    return true;
  }

  // "Ann Lee – the mayor of Salin – said": an aside, not a dateline.
  bool dash_again(std::uint32_t from) const {
    for (std::uint32_t at = from; at < std::min(from + 30, paragraph_.last); ++at) {
      if (tokens_[at].space_before && is_dash_token(at)) return true;
    }
    return false;
  }

  // A headline in capitals goes on in capitals; a paragraph does not.
  bool body_follows(std::uint32_t from) const {
    if (from + kLeastBody > paragraph_.last) return false;
    for (std::uint32_t at = from; at < std::min(from + 12, paragraph_.last); ++at) {
      if (tokens_[at].kind == TokenKind::kWord && is_ascii_lower(view_[tokens_[at].begin])) return true;
    }
    return false;
  }

  std::string_view view_;
  const std::vector<Token>& tokens_;
  TokenRange paragraph_;
  std::uint32_t at_;
  std::uint32_t place_words_ = 0;
  bool capitals_ = true;
};

}  // namespace

std::uint32_t dateline_end(std::string_view view, const std::vector<Token>& tokens, TokenRange paragraph,
                           bool opening) {
  return DatelineParser(view, tokens, paragraph).parse(opening);
}

}  // namespace pullquote::tokens
