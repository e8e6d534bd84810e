#include "quoted_speech.h"

#include <algorithm>
#include <optional>

#include "phrases.h"

namespace pullquote::quotes {

namespace {

constexpr std::uint32_t kClause = 60;        // tokens of a clause after a quotation
constexpr std::uint32_t kIntroduction = 30;  // tokens before one
constexpr std::uint32_t kShortSentence = 12;
constexpr std::uint32_t kLongestAddressee = 12;
constexpr std::uint32_t kShortPhrase = 6;
constexpr std::uint32_t kLongestSignature = 15;

constexpr std::uint32_t kLongestSentence = 200;

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
    const auto clause = clause_at(begin, end_of_clause(a_, begin, to));
    if (!clause) return signature(q, begin, to);
    const auto sentence = a_.sentence(quotation.tokens.first);
    const bool opens = opens_sentence(quotation, sentence);
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
    if (!opens_sentence(quotation, a_.sentence(quotation.tokens.first))) return;
    const auto source = subject_after(a_, begin, to);
    if (!source || !a_.token(begin).upper || !(source->last == to || a_.ends_sentence(source->last))) return;
    found_.add(a_, {.content = {quotation.inside},
                    .cue = {{dash, dash + 1}},
                    .source = {*source},
                    .end = to,
                    .confidence = 0.85F});
  }

  // Nothing but marks and signs before it in its sentence.
  [[nodiscard]] bool opens_sentence(const Quotation& quotation, TokenRange sentence) const {
    if (quotation.tokens.first < sentence.first) return true;
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

  const Article& a_;
  Attributions& found_;
};

class Introductions {
 public:
  Introductions(const Article& article, Attributions& found) : a_(article), found_(found) {}

  void find_cues() {
    for (std::uint32_t q = 0; q < a_.quotations.size(); ++q) {
      if (found_.owner[q] == Article::kNone) with_cue(a_.quotations[q]);
    }
  }

  void find_colons() {
    for (std::uint32_t q = 0; q < a_.quotations.size(); ++q) {
      if (found_.owner[q] == Article::kNone) with_colon(a_.quotations[q]);
    }
  }

 private:
  void with_cue(const Quotation& quotation) {
    if (quotation.tokens.first < 2) return;
    const auto mark = quotation.tokens.first - 1;
    if (a_.is_quoted(mark)) return;
    const bool colon = a_.is_char(mark, ':');
    // A colon may end the paragraph before; so may "X agreed."
    const auto from = start(mark);
    if (a_.is_char(mark, '.') && mark > from && a_.takes(mark - 1, kQuotation) && mark - from <= kShortSentence &&
        !found_.is_used(mark - 1) && a_.section_of(mark) == quotation.section) {
      const auto group = verb_group(a_, mark - 1, from);
      const auto source = subject_before(a_, group.tokens.first, from);
      if (source && !group.passive) add(quotation, source, group.tokens, polarity_of(group), 0.8F);
      return;
    }
    if (!colon && !a_.is_char(mark, ',')) return;
    for (auto i = mark; i > from; --i) {
      const auto head = i - 1;
      if (a_.is_quoted(head) || a_.is_char(head, ';')) return;
      if (head + 2 <= mark && !colon && a_.lower(head) == "according" && a_.lower(head + 1) == "to") {
        const auto source = subject_after(a_, head + 2, mark + 1);
        if (source && source->last >= mark) add(quotation, source, {head, head + 2}, Polarity::kAsserted);
        return;
      }
      if (!a_.takes(head, kQuotation) || found_.is_used(head)) continue;
      if (by_cue(quotation, head, from, mark, colon)) return;
      if (!a_.takes(head, kNounToo)) return;
    }
  }

  bool by_cue(const Quotation& quotation, std::uint32_t head, std::uint32_t from, std::uint32_t mark, bool colon) {
    const auto group = verb_group(a_, head, from);
    if (group.passive || (a_.takes(head, kNeedsTail) && group.tokens.last == head + 1)) return false;
    auto cue = group.tokens;
    const auto adjuncts = skip_adjuncts(a_, group.tokens.last, mark);
    const auto said = subject_after(a_, group.tokens.last, mark);
    if (said && said->last == mark && head == from && !group.participle) {
      add(quotation, said, cue, Polarity::kAsserted);  // Said X: "…"
      return true;
    }
    if (adjuncts == mark) {
      cue.last = mark;
    } else if (!gap_is_aside(head, group.tokens.last, mark, colon)) {
      // But, said X, "…"
      if (!said || said->last != mark || group.tokens.first != head) return false;
      add(quotation, said, cue, Polarity::kAsserted);
      return true;
    }
    auto source = group.infinitive ? std::nullopt : subject_before(a_, group.tokens.first, from);
    if (!source && a_.takes(head, kNounToo) && !group.participle) return false;
    if (!source) source = shared_subject(from, head, mark);
    if (source && source->last > group.tokens.first) source.reset();
    if (!source && !colon && !group.participle) return false;
    add(quotation, source, cue, polarity_of(group));
    return true;
  }

  // "Smith said before adding": of the verb before, or of the sentence.
  [[nodiscard]] std::optional<TokenRange> shared_subject(std::uint32_t from, std::uint32_t head,
                                                         std::uint32_t mark) const {
    for (auto i = head; i > from; --i) {
      if (!found_.is_used(i - 1)) continue;
      const auto& source = found_.list[found_.cue_owner[i - 1]].source;
      if (!source.empty()) return source.front();
    }
    return subject_of_sentence(a_, {from, mark});
  }

  // Between the cue and the mark: a person spoken to, adjuncts, ", however".
  [[nodiscard]] bool gap_is_aside(std::uint32_t head, std::uint32_t first, std::uint32_t mark, bool colon) const {
    auto i = first;
    if (a_.takes(head, kAddressee)) {
      i = skip_addressee(a_, i, mark);
      // Whoever is told may be described at length: "telling the university's class of 2014, …"
      if (mark - first <= kLongestAddressee && a_.is(first, kDeterminer | kObjectForm | kTheySpeak)) return true;
      if (mark - first <= kLongestAddressee && a_.is_somebody(first)) return true;
    }
    while (i < mark) {
      const auto next = skip_adjuncts(a_, i, mark);
      if (next > i) {
        i = next;
      } else if (a_.is_char(i, ',') || a_.is(i, kAdverb) || a_.lower(i).ends_with("ly")) {
        ++i;
      } else {
        break;
      }
    }
    // "on the other hand", "of the plan"
    if (i < mark && i == first && a_.is(i, kPreposition) && mark - i <= kShortPhrase) return true;
    return i == mark || (colon && mark - i <= 3);
  }

  void with_colon(const Quotation& quotation) {
    if (quotation.tokens.first < 2) return;
    const auto mark = quotation.tokens.first - 1;
    if (!a_.is_char(mark, ':') || a_.is_quoted(mark)) return;
    // A term and its meaning, or a list, is no speech: words that were said look like a sentence.
    if (quotation.inside.size() < 3 && !a_.ends_sentence(quotation.inside.last - 1)) return;
    const auto from = start(mark);
    const auto source = subject_of_sentence(a_, {from, mark});
    if (!source) return;
    const bool close = source->last < mark && mark - source->last <= kShortSentence;
    add(quotation, source, close ? TokenRange{source->last, mark} : TokenRange{mark, mark + 1}, Polarity::kAsserted,
        0.7F);
  }

  [[nodiscard]] std::uint32_t start(std::uint32_t mark) const {
    return std::max(a_.sentence(mark).first, mark > kIntroduction ? mark - kIntroduction : 0);
  }

  void add(const Quotation& quotation, std::optional<TokenRange> source, TokenRange cue, Polarity polarity,
           float confidence = 0.95F) {
    Attribution attribution{.content = {quotation.inside},
                            .cue = {cue},
                            .end = quotation.tokens.last,
                            .polarity = polarity,
                            .confidence = confidence};
    if (source) attribution.source = {*source};
    found_.add(a_, std::move(attribution));
  }

  const Article& a_;
  Attributions& found_;
};

}  // namespace

void attribute_to_following_clause(const Article& article, Attributions& found) {
  FollowingClauses(article, found).find();
}

void attribute_to_introduction(const Article& article, Attributions& found) {
  Introductions(article, found).find_cues();
}

void attribute_to_colon(const Article& article, Attributions& found) { Introductions(article, found).find_colons(); }

}  // namespace pullquote::quotes
