#include "sentences.h"

#include <algorithm>

#include "abbreviations.h"
#include "characters.h"
#include "word_set.h"

// Rules over the tokens around each full stop, from left to right. A closing quotation mark or bracket after the stop
// stays with the sentence, and a sentence goes on where lower case follows: "Stop!" he said.

namespace pullquote::tokens {
namespace {

constexpr auto kSpeech =
    word_set("said", "says", "asked", "asks", "told", "tells", "added", "adds", "replied", "wrote", "writes", "tweeted",
             "shouted", "cried", "yelled", "exclaimed", "declared", "wondered", "insisted", "answered", "joked",
             "recalled", "continued", "explained", "quipped");
// After "p.m." these go on with the time.
constexpr auto kTimeWords = word_set(
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "eastern", "pacific",
    "central", "mountain", "greenwich", "local", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.");
constexpr auto kClosers = word_set("a.m.", "p.m.", "etc.", "jr.", "al.");

// A sentence that runs on for longer is cut, so that the stages whose cost grows with a sentence stay linear in the
// text.
constexpr std::uint32_t kLongest = 1000;
// A bracket that is not closed by then was never meant to be.
constexpr std::uint32_t kLongestAside = 60;

class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view view, const std::vector<Token>& tokens, TokenRange section, std::uint32_t index,
                   std::vector<Sentence>& sentences)
      : view_(view), tokens_(tokens), section_(section), index_(index), sentences_(sentences) {}

  void run() {
    std::uint32_t first = section_.first;
    for (std::uint32_t at = first; at < section_.last;) {
      const std::uint32_t next = after_terminator(at, first);
      const std::uint32_t end = next > at ? next : at + 1;
      const bool breaks = next > at && end < section_.last && breaks_between(at, end);
      if (breaks || end == section_.last || end - first >= kLongest) {
        sentences_.push_back({{first, end}, index_});
        first = end;
        aside_ = kNowhere;
      }
      at = end;
    }
  }

 private:
  static constexpr std::uint32_t kNowhere = ~0u;

  std::string_view word(std::uint32_t token) const {
    return view_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
  }
  bool is(std::uint32_t token, std::string_view text) const { return token < section_.last && word(token) == text; }
  bool lower(std::uint32_t token) const {
    const TokenKind kind = tokens_[token].kind;
    if (kind != TokenKind::kWord && kind != TokenKind::kClitic) return false;
    return char_at(view_, tokens_[token].begin).kind == CharClass::kLower;
  }

  // Follows quotations and brackets.
  void track(std::uint32_t at, std::uint32_t first) {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::kQuote && !token.single_mark) {
      quoted_ = token.side == QuoteSide::kOpen || (token.side == QuoteSide::kEither && !quoted_);
    } else if (is(at, "(") || is(at, "[")) {
      if (at > first && aside_ == kNowhere) aside_ = at;
    } else if (is(at, ")") || is(at, "]")) {
      aside_ = kNowhere;
    }
  }

  bool terminates(std::uint32_t at) const {
    const Token& token = tokens_[at];
    const char last = view_[token.end - 1];
    if (token.kind == TokenKind::kPunctuation) {
      return last == '.' || last == '!' || last == '?' || char_at(view_, token.begin).code_point == kEllipsis ||
             word(at) == "\u3002";
    }
    return token.kind == TokenKind::kWord && last == '.';
  }

  bool closes(std::uint32_t at) const {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::kQuote) {
      if (token.side == QuoteSide::kClose) return true;
      return token.side == QuoteSide::kEither && !token.space_before && quoted_;
    }
    return is(at, ")") || is(at, "]");
  }

  // "[4]" after a full stop points to a footnote of the sentence before.
  bool is_reference(std::uint32_t at) const {
    return is(at, "[") && at + 2 < section_.last && tokens_[at + 1].kind == TokenKind::kNumber && is(at + 2, "]");
  }

  // Where `at` may end a sentence: one past it and its closing marks; else `at`.
  std::uint32_t after_terminator(std::uint32_t at, std::uint32_t first) {
    track(at, first);
    if (!terminates(at)) return at;
    std::uint32_t end = at + 1;
    while (end < section_.last) {
      if (closes(end) || (terminates(end) && tokens_[end].kind == TokenKind::kPunctuation)) {
        track(end++, first);
      } else if (is_reference(end)) {
        end += 3;
      } else {
        break;
      }
    }
    if (aside_ != kNowhere && end - aside_ <= kLongestAside) return at;
    return end;
  }

  bool breaks_between(std::uint32_t stop, std::uint32_t next) const {
    const Token& follower = tokens_[next];
    const std::string_view text = word(next);
    bool after_quote = false;
    for (std::uint32_t at = stop + 1; at < next; ++at)
      after_quote = after_quote || tokens_[at].kind == TokenKind::kQuote;

    if (lower(next)) return false;
    if (follower.kind == TokenKind::kPunctuation && text != "(" && text != "[" && text != "\u2022" && text != "*") {
      return false;
    }
    if (follower.kind == TokenKind::kClitic) return false;
    if (follower.kind == TokenKind::kQuote && follower.side == QuoteSide::kClose) return false;
    if (follower.kind == TokenKind::kQuote && next + 1 < section_.last && lower(next + 1) && !after_quote) return false;
    if (tokens_[stop].kind == TokenKind::kWord) return abbreviation_ends(stop, next, after_quote);

    const bool asked = word(stop) != ".";
    if (asked && after_quote && names_speaker(next)) return false;
    if (!follower.space_before && next == stop + 1) return runs_together(stop, next);
    const bool ellipsis = word(stop).size() > 1 && word(stop).front() != '!' && word(stop).front() != '?';
    if (ellipsis && !after_quote && (text == "I" || follower.kind == TokenKind::kNumber)) return false;
    return true;
  }

  // "end.Next": a full stop without a space after it.
  bool runs_together(std::uint32_t stop, std::uint32_t next) const {
    if (follower_opens(next)) return true;
    if (stop == section_.first || tokens_[stop].space_before) return false;
    const Token& before = tokens_[stop - 1];
    const bool word_before = before.kind == TokenKind::kWord && before.end - before.begin >= 2 && !before.all_upper;
    return (word_before || before.kind == TokenKind::kNumber || before.kind == TokenKind::kPunctuation) &&
           (tokens_[next].upper || (word_before && tokens_[next].kind == TokenKind::kNumber));
  }

  bool follower_opens(std::uint32_t next) const {
    return tokens_[next].kind == TokenKind::kQuote && tokens_[next].side != QuoteSide::kClose;
  }

  bool abbreviation_ends(std::uint32_t stop, std::uint32_t next, bool after_quote) const {
    const std::string_view text = word(stop);
    const std::string_view stem = text.substr(0, text.size() - 1);
    const Abbreviation kind = abbreviation(stem);
    if (kind == Abbreviation::kTitle || kind == Abbreviation::kInner || kind == Abbreviation::kNumber) return false;
    const bool initial = stem.size() == 1;
    if (after_quote) return tokens_[next].upper && !initial;
    if (follower_opens(next)) return !initial;
    if (initial) return false;
    if (is_sentence_starter(word(next)) && tokens_[next].upper) return true;
    return kClosers.contains(text) && tokens_[next].upper && !tokens_[next].all_upper &&
           !kTimeWords.contains(word(next));
  }

  // "Why?" Peskov asked.
  bool names_speaker(std::uint32_t next) const {
    for (std::uint32_t at = next; at < std::min(next + 5, section_.last); ++at) {
      if (at > next && kSpeech.contains(word(at))) return true;
      if (!tokens_[at].upper || tokens_[at].kind != TokenKind::kWord) return false;
    }
    return false;
  }

  std::string_view view_;
  const std::vector<Token>& tokens_;
  TokenRange section_;
  std::uint32_t index_;
  std::vector<Sentence>& sentences_;
  bool quoted_ = false;
  std::uint32_t aside_ = kNowhere;  // the bracket that opened within this sentence
};

}  // namespace

void split_sentences(std::string_view view, const std::vector<Token>& tokens, TokenRange section,
                     std::uint32_t section_index, std::vector<Sentence>& sentences) {
  SentenceSplitter(view, tokens, section, section_index, sentences).run();
}

}  // namespace pullquote::tokens
