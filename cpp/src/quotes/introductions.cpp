#include <algorithm>
#include <optional>

#include "phrases.h"
#include "quoted_speech.h"
#include "verb_groups.h"

namespace pullquote::quotes {

namespace {

constexpr std::uint32_t kIntroduction = 30;  // tokens before a quotation
constexpr std::uint32_t kShortSentence = 12;
constexpr std::uint32_t kLongestAddressee = 12;
constexpr std::uint32_t kShortPhrase = 6;
constexpr std::uint32_t kClimb = 4;  // heads above a cue

class Introductions {
 public:
  Introductions(const Article& article, Attributions& found) : a_(article), found_(found) {}

  void find_cues() {
    for (std::uint32_t q = 0; q < a_.quotations.size(); ++q) {
      if (found_.owner[q] == Article::kNone) with_cue(a_.quotations[q]);
    }
  }

  void find_labels() {
    for (std::uint32_t q = 0; q < a_.quotations.size(); ++q) {
      if (found_.owner[q] == Article::kNone) with_label(a_.quotations[q]);
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
    if (a_.takes(head, kNeedsTail) && group.tokens.last == head + 1) return false;
    if (group.passive) {
      // "She was asked, …": by whom the text does not say.
      if (group.tokens.last != mark || !a_.takes(head, kAddressee)) return false;
      add(quotation, std::nullopt, group.tokens, polarity_of(group), 0.6F);
      return true;
    }
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
    if (source && group.participle) source = subject_of_participle(*source, from, cue);
    if (!source && a_.takes(head, kNounToo) && !group.participle) return false;
    if (!source) source = shared_subject(from, head, mark);
    if (source && source->last > group.tokens.first) source.reset();
    if (!source && !colon && !group.participle) return false;
    const auto before = !colon && source ? content_before(*source) : std::nullopt;
    if (before) {
      found_.add(a_, {.content = {*before, quotation.inside},
                      .cue = {cue},
                      .source = {*source},
                      .end = quotation.tokens.last,
                      .polarity = polarity_of(group),
                      .confidence = 0.8F});
    } else {
      add(quotation, source, cue, polarity_of(group));
    }
    return true;
  }

  // "She released a statement saying": not the statement with its verb, but who released it, and the verb is part of
  // the cue, as it is not in "she attacked the plan, saying". "The crowd marched in, carrying signs saying": whoever
  // the sentence speaks of.
  [[nodiscard]] std::optional<TokenRange> subject_of_participle(TokenRange source, std::uint32_t from,
                                                                TokenRange& cue) const {
    const auto verb = first_verb(a_, source);
    if (verb != source.last) {
      const auto subject = subject_before(a_, verb, from);
      if (!subject || subject->last != verb) return subject_of_sentence(a_, {from, verb});
      if (!has_pause({verb, cue.first})) cue.first = verb;
      return subject;
    }
    const bool carries = a_.is_word(source.first) && a_.lower(source.first).ends_with("ing") &&
                         a_.mention(source.first) == nullptr && source.size() > 1;
    return carries ? std::nullopt : std::optional(source);
  }

  [[nodiscard]] bool has_pause(TokenRange range) const {
    for (auto i = range.first; i < range.last; ++i) {
      if (a_.is_pause(i) && !a_.is_joint(i)) return true;
    }
    return false;
  }

  // "It will pay, Reyes said, 'and soon'": what stands before the clause was said as well, unless it only says when.
  [[nodiscard]] std::optional<TokenRange> content_before(TokenRange source) const {
    const auto first = a_.sentence(source.first).first;
    if (source.first < first + 4 || source.first - first > kIntroduction || !a_.is_char(source.first - 1, ','))
      return std::nullopt;
    if (a_.is(first, kPreposition | kSubordinator | kAdverb | kConjunction) || a_.is_date(first)) return std::nullopt;
    if (a_.lower(first).ends_with("ing") || a_.lower(first).ends_with("ed")) return std::nullopt;
    for (auto i = first; i < source.first; ++i) {
      if (a_.is_quoted(i) || found_.is_used(i)) return std::nullopt;
    }
    return TokenRange{first, source.first - 1};
  }

  // "Smith said before adding": of the verb before, or of the sentence.
  [[nodiscard]] std::optional<TokenRange> shared_subject(std::uint32_t from, std::uint32_t head,
                                                         std::uint32_t mark) const {
    for (auto i = head; i > from; --i) {
      if (!found_.is_used(i - 1)) continue;
      const auto& source = found_.list[found_.cue_owner[i - 1]].source;
      if (!source.empty()) return source.front();
    }
    if (const auto subject = governing_subject(from, head)) return subject;
    return subject_of_sentence(a_, {from, mark});
  }

  // "The crowd marched to the gate while chanting, …": the subject of a verb that the cue hangs on in the tree.
  [[nodiscard]] std::optional<TokenRange> governing_subject(std::uint32_t from, std::uint32_t head) const {
    if (a_.parse.heads.empty()) return std::nullopt;
    auto verb = a_.parse.heads[head];
    for (std::uint32_t steps = 0; steps < kClimb && verb != syntax::kRoot && verb >= from && verb < head; ++steps) {
      if (a_.is_finite(verb)) {
        const auto group = verb_group(a_, verb, from);
        const auto subject = subject_before(a_, group.tokens.first, from);
        if (subject && subject->last == group.tokens.first) return subject;
      }
      verb = a_.parse.heads[verb];
    }
    return std::nullopt;
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
      } else if (a_.is_char(i, ',') || a_.is_adverbial(i)) {
        ++i;
      } else {
        break;
      }
    }
    // "on the other hand", "of the plan"
    if (i < mark && i == first && a_.is(i, kPreposition) && mark - i <= kShortPhrase) return true;
    return i == mark || (colon && mark - i <= 3);
  }

  /// The colon before a quotation that looks like words that were said, or kNone.
  [[nodiscard]] std::uint32_t colon_before(const Quotation& quotation) const {
    if (quotation.tokens.first < 2) return Article::kNone;
    const auto mark = quotation.tokens.first - 1;
    if (!a_.is_char(mark, ':') || a_.is_quoted(mark)) return Article::kNone;
    // A term and its meaning, or a list, is no speech: words that were said look like a sentence.
    const bool sentence = quotation.inside.size() >= 3 || a_.ends_sentence(quotation.inside.last - 1);
    return sentence ? mark : Article::kNone;
  }

  // "Ana Reyes: …", "According to the report: …", "More from the report: …"
  void with_label(const Quotation& quotation) {
    const auto mark = colon_before(quotation);
    if (mark == Article::kNone) return;
    const auto from = start(mark);
    for (auto i = mark; i-- > from && !a_.is_quoted(i);) {
      const bool according = a_.lower(i) == "to" && i > from && a_.lower(i - 1) == "according";
      if (!according && a_.lower(i) != "from") continue;
      const auto source = subject_after(a_, i + 1, mark);
      if (!source || source->last != mark) continue;
      if (!according && i > from + 1) break;
      const TokenRange cue{according ? i - 1 : i, i + 1};
      if (!found_.is_used(i)) add(quotation, source, cue, Polarity::kAsserted, 0.8F);
      return;
    }
    const auto label = label_before(from, mark);
    if (!label) return;
    // "Added Ana Reyes: …": at the start of a sentence the verb may look like part of the name.
    const auto* verb = label->size() > 1 ? find_cue(a_.lower(label->first)) : nullptr;
    if (verb == nullptr || (verb->takes & kQuotation) == 0) {
      return add(quotation, label, {mark, mark + 1}, Polarity::kAsserted, 0.8F);
    }
    const TokenRange cue{label->first, label->first + 1};
    add(quotation, TokenRange{cue.last, label->last}, cue, Polarity::kAsserted);
  }

  void with_colon(const Quotation& quotation) {
    const auto mark = colon_before(quotation);
    if (mark == Article::kNone) return;
    const auto from = start(mark);
    const auto source = subject_of_sentence(a_, {from, mark});
    if (!source) return;
    auto verb = source->last;
    while (verb < mark && a_.token(verb).kind == TokenKind::kPunctuation) ++verb;
    const bool close = verb < mark && mark - verb <= kShortSentence;
    add(quotation, source, close ? TokenRange{verb, mark} : TokenRange{mark, mark + 1}, Polarity::kAsserted, 0.7F);
  }

  // "Ana Reyes: …", also behind a dash: "The cup is lost - Ana Reyes: …"
  [[nodiscard]] std::optional<TokenRange> label_before(std::uint32_t from, std::uint32_t mark) const {
    auto first = mark;
    while (first > from && mark - first < kShortPhrase && a_.is_word(first - 1) && a_.token(first - 1).upper &&
           !a_.is_quoted(first - 1))
      --first;
    if (first == mark || !(first == from || a_.is_free_dash(first - 1))) return std::nullopt;
    return TokenRange{first, mark};
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

void attribute_to_introduction(const Article& article, Attributions& found) {
  Introductions(article, found).find_cues();
}

void attribute_to_label(const Article& article, Attributions& found) { Introductions(article, found).find_labels(); }

void attribute_to_colon(const Article& article, Attributions& found) { Introductions(article, found).find_colons(); }

}  // namespace pullquote::quotes
