#include <algorithm>
#include <optional>

#include "phrases.h"
#include "quoted_speech.h"
#include "verb_groups.h"

namespace pullquote::quotes {

namespace {

constexpr std::uint32_t kClause = 60;            // tokens of a clause after a quotation
constexpr std::uint32_t kLongestSentence = 200;  // tokens of the reporter's sentence that a quotation ends
constexpr std::uint32_t kShortSentence = 12;
constexpr std::uint32_t kLongestSignature = 15;

struct Clause {
  TokenRange source{};
  TokenRange cue{};
  std::uint32_t end = 0;
  Polarity polarity = Polarity::kAsserted;
  bool inverted = false;
};

/// The first token of the sentence part or quotation mark that ends a clause which starts at `begin`.
std::uint32_t end_of_clause(const Article& a, std::uint32_t begin, std::uint32_t to) {
  to = std::min(to, begin + kClause);
  auto i = begin;
  while (i < to && !a.is_quoted(i) && !a.ends_sentence(i) && !a.is_char(i, ';') && !a.is_char(i, ':')) ++i;
  return i;
}

class FollowingClauses {
 public:
  FollowingClauses(const Article& article, Attributions& found) : a_(article), found_(found) {}

  void find() {
    for (std::uint32_t q = 0; q < a_.quotations.size(); ++q) {
      if (found_.owner[q] == Article::kNone) attribute(q);
    }
  }

 private:
  void attribute(std::uint32_t q) {
    const auto& quotation = a_.quotations[q];
    const auto to = a_.text.sections[quotation.section].tokens.last;
    auto begin = quotation.tokens.last;
    if (!quotation.closed || begin >= to) return;
    const auto last = a_.last_inside(quotation);
    bool pause = a_.is_char(last, ',') || a_.is_dash(last) || a_.is_char(begin, ',');
    const bool stop = a_.ends_sentence(last) && !a_.is_char(last, '.') && !pause;
    const bool full_stop = a_.is_char(last, '.') && !pause;
    while (begin < to && (a_.is_char(begin, ',') || a_.is_dash(begin))) {
      pause = true;
      ++begin;
    }
    if (begin >= to) return;
    const auto sentence = a_.sentence(quotation.tokens.first);
    const bool opens = opens_sentence(quotation, sentence);
    auto clause = clause_at(begin, end_of_clause(a_, begin, to));
    if (!clause && opens && pause) {
      clause = unlisted_clause(begin, end_of_clause(a_, begin, to), quotation.inside.size() >= kShortSentence);
    }
    if (!clause) return signature(q, begin, to);
    const bool capital = a_.token(begin).upper && !clause->inverted;
    // After the end of a sentence a capital opens the next one: 'Go." Smith said: "Stay."'
    const bool introduces = clause->end < to && a_.is_char(clause->end, ':');
    if ((full_stop && capital && !is_whole_sentence(*clause, to)) || (stop && capital && introduces)) return;
    if (full_stop && introduces) return;
    if (!pause && !stop && !full_stop && !(opens && (clause->inverted || !capital))) return;
    TokenRange content = quotation.inside;
    if (!opens) {
      // The quotation is the end of what was said: Most are torn between "this" and "that", said X.
      if (!is_short(*clause, to) || sentence.first + kLongestSentence < quotation.tokens.first) return;
      if (attributed_before(sentence.first, quotation.tokens.first)) return;
      content = {sentence.first, quotation.tokens.last};
    }
    found_.add(a_, {.content = {content},
                    .cue = {clause->cue},
                    .source = {clause->source},
                    .end = clause->end,
                    .polarity = clause->polarity,
                    .confidence = opens ? 0.95F : 0.8F});
  }

  // "…" — Ana Duarte, at the end of a paragraph.
  void signature(std::uint32_t q, std::uint32_t begin, std::uint32_t to) {
    const auto& quotation = a_.quotations[q];
    const auto dash = begin - 1;
    if (dash < quotation.tokens.last || !a_.is_dash(dash) || to - begin > kLongestSignature) return;
    const auto source = subject_after(a_, begin, to);
    if (!source || !a_.token(begin).upper || !(source->last == to || a_.ends_sentence(source->last))) return;
    auto content = quotation.inside;
    if (!opens_sentence(quotation, a_.sentence(quotation.tokens.first))) {
      // Marks inside it may be wrong: what is signed is the paragraph, which opened with one.
      const auto first = a_.text.sections[quotation.section].tokens.first;
      if (!a_.opens_quotation(first) || found_.owner[a_.quotation_at(first)] != Article::kNone) return;
      content = {first, quotation.tokens.last};
    }
    found_.add(a_,
               {.content = {content}, .cue = {{dash, dash + 1}}, .source = {*source}, .end = to, .confidence = 0.85F});
  }

  // Nothing but marks and signs before it in its sentence.
  [[nodiscard]] bool opens_sentence(const Quotation& quotation, TokenRange sentence) const {
    if (quotation.tokens.first <= sentence.first || a_.is_char(quotation.tokens.first - 1, ':')) return true;
    for (auto i = sentence.first; i < quotation.tokens.first; ++i) {
      if (a_.is_word(i) || a_.token(i).kind == TokenKind::kNumber) return a_.is_quoted(i);
      if (quotation.tokens.first - i > 8) return false;
    }
    return true;
  }

  [[nodiscard]] bool attributed_before(std::uint32_t first, std::uint32_t last) const {
    const auto from = last - first > kClause ? last - kClause : first;
    for (auto i = from; i < last; ++i) {
      if (found_.is_used(i) || a_.takes(i, kObject) || (a_.takes(i, kThat) && !a_.takes(i, kNounToo))) return true;
    }
    return false;
  }

  // The clause is what the sentence ends with, or a pause before speech goes on.
  [[nodiscard]] bool is_short(const Clause& clause, std::uint32_t to) const {
    return clause.end >= to || a_.ends_sentence(clause.end) || a_.is_char(clause.end, ',') || a_.is_quoted(clause.end);
  }
  [[nodiscard]] bool is_whole_sentence(const Clause& clause, std::uint32_t to) const {
    return clause.end >= to || a_.ends_sentence(clause.end);
  }

  [[nodiscard]] std::optional<Clause> clause_at(std::uint32_t begin, std::uint32_t to) const {
    if (begin + 2 < to && a_.lower(begin) == "according" && a_.lower(begin + 1) == "to") {
      const auto source = subject_after(a_, begin + 2, to);
      if (!source) return std::nullopt;
      return Clause{.source = *source, .cue = {begin, begin + 2}, .end = source->last, .inverted = true};
    }
    if (begin < to && a_.takes(begin, kQuotation)) {
      const auto group = verb_group(a_, begin, begin);
      if (const auto source = subject_after(a_, group.tokens.last, to)) {
        return Clause{
            .source = *source, .cue = group.tokens, .end = skip_adjuncts(a_, source->last, to), .inverted = true};
      }
    }
    if (begin < to && (a_.lower(begin) == "as" || a_.is(begin, kAdverb | kConjunction)) && a_.mention(begin) == nullptr)
      ++begin;
    std::uint32_t tries = 0;
    for (auto i = begin; i < to && tries < 2; ++i) {
      if (!a_.takes(i, kQuotation) || found_.is_used(i)) continue;
      const auto group = verb_group(a_, i, begin);
      if (group.passive || group.infinitive || group.participle) continue;
      ++tries;
      if (a_.takes(i, kNeedsTail) && group.tokens.last == i + 1) continue;
      const auto source = subject_before(a_, group.tokens.first, begin);
      if (!source || source->first != begin) continue;
      auto end = group.tokens.last;
      auto cue = group.tokens;
      if (a_.takes(i, kAddressee)) end = skip_addressee(a_, end, to);
      const auto adjuncts = skip_adjuncts(a_, end, to);
      if (end == cue.last) cue.last = adjuncts;
      return Clause{.source = *source, .cue = cue, .end = adjuncts, .polarity = polarity_of(group)};
    }
    return std::nullopt;
  }

  // Between a quotation that pauses and the end of its sentence any verb in the past is a cue: "…," riffed X. After
  // long ones, which are no names of anything, any finite verb is: "…," the voice in the film states.
  [[nodiscard]] std::optional<Clause> unlisted_clause(std::uint32_t begin, std::uint32_t to, bool is_long) const {
    if (begin + 1 >= to) return std::nullopt;
    if (is_past(begin)) {
      const auto source = subject_after(a_, begin + 1, to);
      if (!source || !(a_.is_somebody(source->first) || a_.is(source->first, kDeterminer))) return std::nullopt;
      return Clause{.source = *source, .cue = {begin, begin + 1}, .end = source->last, .inverted = true};
    }
    for (auto i = begin + 1; i < to && i - begin < kShortSentence; ++i) {
      if (!is_past(i) && !(is_long && is_present(i) && (i + 1 == to || !a_.is(i + 1, kDeterminer)))) continue;
      const auto source = subject_before(a_, i, begin);
      if (!source || source->first != begin) return std::nullopt;
      return Clause{.source = *source, .cue = {i, i + 1}, .end = skip_adjuncts(a_, i + 1, to)};
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_past(std::uint32_t i) const {
    return a_.is_word(i) && !a_.token(i).upper && a_.mention(i) == nullptr && a_.lower(i).size() > 4 &&
           a_.lower(i).ends_with("ed") && !(i + 1 < a_.size() && a_.is_joint(i + 1));
  }

  [[nodiscard]] bool is_present(std::uint32_t i) const {
    if (a_.token(i).upper || a_.mention(i) != nullptr) return false;
    return a_.lower(i).size() > 4 && a_.lower(i).ends_with('s') && a_.is_finite(i);
  }

  const Article& a_;
  Attributions& found_;
};

}  // namespace

void attribute_to_following_clause(const Article& article, Attributions& found) {
  FollowingClauses(article, found).find();
}

}  // namespace pullquote::quotes
