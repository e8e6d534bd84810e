#include "reported_speech.h"

#include <algorithm>
#include <optional>

#include "phrases.h"
#include "verb_groups.h"

namespace pullquote::quotes {

namespace {

constexpr std::uint32_t kLongestClause = 200;  // tokens of content
constexpr std::uint32_t kLongestAside = 10;
constexpr std::uint32_t kLongestTrail = 15;
constexpr std::uint32_t kSubjectReach = 60;

class ReportedSpeech {
 public:
  ReportedSpeech(const Article& article, Attributions& found, bool sure_only)
      : a_(article), found_(found), sure_only_(sure_only) {
    if (sure_only) told_ = found.told();
  }

  void find() {
    for (const auto& sentence : a_.text.sentences) {
      sentence_ = sentence.tokens;
      last_source_.reset();
      from_ = sentence_.first;
      for (auto i = sentence_.first; i < sentence_.last; ++i) {
        if (a_.is_char(i, ';') && !a_.is_quoted(i)) from_ = i + 1;
        if (found_.is_used(i)) {
          // Later verbs of the sentence may share the subject of this one.
          const auto& source = found_.list[found_.cue_owner[i]].source;
          if (!source.empty()) last_source_ = source.front();
          continue;
        }
        if (a_.is_quoted(i)) continue;
        if (i + 2 < sentence_.last && a_.lower(i) == "according" && a_.lower(i + 1) == "to") {
          according_to(i);
        } else if (a_.cue(i) != nullptr) {
          cue(i);
        }
      }
    }
  }

 private:
  void according_to(std::uint32_t i) {
    const auto source = subject_after(a_, i + 2, sentence_.last);
    if (!source) return;
    const TokenRange cue{i, i + 2};
    std::optional<TokenRange> content;
    const bool leads =
        i == sentence_.first || (i == sentence_.first + 1 && a_.is(sentence_.first, kConjunction | kAdverb));
    if (leads) {
      auto begin = source->last;
      while (begin < sentence_.last && a_.is_char(begin, ',')) ++begin;
      content = clause({begin, sentence_.last});
    } else {
      content = trimmed({from_, i});
    }
    if (!content || content->size() < 3 || content->size() > kLongestClause || is_told(*content)) return;
    add(*content, *source, cue, Polarity::kAsserted, 0.85F);
  }

  void cue(std::uint32_t head) {
    const auto& cue = *a_.cue(head);
    if ((cue.takes & kNoun) != 0 && noun(head)) return;
    if ((cue.takes & (kQuotation | kThat | kClause | kQuestion | kInfinitive | kObject)) == 0) return;
    const auto from = std::max(from_, head > kSubjectReach ? head - kSubjectReach : 0);
    const auto group = verb_group(a_, head, from);
    if (group.passive) return;
    const bool tail = group.tokens.last > head + 1;
    if ((cue.takes & kNeedsTail) != 0 && !tail) return;
    if (inverted(head, group)) return;
    const auto source = subject_of(head, group, from);
    if (!source || source->last > group.tokens.first) return;
    if (trailing(group, *source, cue) || sure_only_) return;
    const auto content = content_after(group, cue);
    if (!content) return;
    add(content->range, *source, {group.tokens.first, content->cue_end}, polarity_of(group, (cue.takes & kDenial) != 0),
        content->confidence);
    last_source_ = *source;
  }

  [[nodiscard]] std::optional<TokenRange> subject_of(std::uint32_t head, const VerbGroup& group, std::uint32_t from) {
    const auto first = group.tokens.first;
    const bool noun_too = a_.takes(head, group.participle ? kNoun : kNounToo | kNoun) && group.tokens.first == head &&
                          !a_.lower(head).ends_with("ed");
    if (group.participle) {
      if (noun_too && first > from && !a_.is_char(first - 1, ',')) return std::nullopt;
      // "a statement saying", "a critic arguing": the noun before; after a comma, whoever the sentence speaks of.
      if (first > from && !a_.is_char(first - 1, ',') && !a_.is(first - 1, kConjunction | kSubordinator | kPreposition))
        return subject_before(a_, first, from);
      return shared_subject();
    }
    if (group.infinitive) return std::nullopt;
    if (first > from && (a_.is_char(first - 1, ',') || a_.is(first - 1, kConjunction))) {
      if (a_.is_char(first - 1, ',')) {
        if (const auto own = subject_before(a_, first, from)) return own;
      }
      return noun_too ? std::nullopt : shared_subject();
    }
    auto own = subject_before(a_, first, from);
    if (own && noun_too) {
      // "two calls", "the latest reports": a noun unless a name, a pronoun or a plural stands before it.
      if (!agrees(own->last - 1, head, own->size())) return std::nullopt;
    }
    return own;
  }

  [[nodiscard]] bool agrees(std::uint32_t last, std::uint32_t head, std::uint32_t words) const {
    if (a_.is_somebody(last) || a_.is(last, kTheySpeak)) return true;
    if (a_.is(last, kDeterminer)) return false;
    if (a_.is(last, kSubject)) return true;
    const auto word = a_.lower(last);
    const bool plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ous");
    if (!a_.lower(head).ends_with('s')) return plural;
    for (const std::string_view ending : {"est", "ous", "al", "ic", "ive", "ent", "ant", "ful", "ed"}) {
      if (word.ends_with(ending)) return false;
    }
    return !plural && words > 1;
  }

  [[nodiscard]] std::optional<TokenRange> shared_subject() {
    if (last_source_) return last_source_;
    if (subject_from_ != from_) {
      subject_ = subject_of_sentence(a_, {from_, sentence_.last});
      subject_from_ = from_;
    }
    return subject_;
  }

  // "The bridge, he said, is old." "The bridge is old, Smith said."
  bool trailing(const VerbGroup& group, TokenRange source, const Cue& cue) {
    if ((cue.takes & (kThat | kClause)) == 0 || source.last > group.tokens.first) return false;
    if (source.first < from_ + 2 || !a_.is_char(source.first - 1, ',') || a_.is(source.first, kRelative)) return false;
    auto end = group.tokens.last;
    if ((cue.takes & kAddressee) != 0) end = skip_addressee(a_, end, sentence_.last);
    const auto adjuncts = skip_adjuncts(a_, end, sentence_.last);
    return attach_sides(source.first, source,
                        {group.tokens.first, end == group.tokens.last ? adjuncts : group.tokens.last}, adjuncts,
                        polarity_of(group, (cue.takes & kDenial) != 0));
  }

  // "The bridge is old, said Smith."
  bool inverted(std::uint32_t head, const VerbGroup& group) {
    if (!a_.takes(head, kQuotation) || head < from_ + 3 || group.tokens.first != head || group.participle ||
        !a_.is_char(head - 1, ','))
      return false;
    const auto source = subject_after(a_, group.tokens.last, sentence_.last);
    return source && attach_sides(head, *source, group.tokens, skip_adjuncts(a_, source->last, sentence_.last),
                                  Polarity::kAsserted);
  }

  // Content on one or both sides of a cue's clause [begin, end).
  bool attach_sides(std::uint32_t begin, TokenRange source, TokenRange cue, std::uint32_t end, Polarity polarity) {
    const bool last = end >= sentence_.last || a_.ends_sentence(end);
    if (!last && !a_.is_char(end, ',')) return false;
    for (auto i = cue.first; i < cue.last; ++i) {
      if (found_.is_used(i)) return false;
    }
    const auto before = trimmed({from_, begin});
    if (!before || before->size() < 2 || before->size() > kLongestClause || is_told(*before)) return false;
    Attribution attribution{
        .content = {*before}, .cue = {cue}, .source = {source}, .end = end, .polarity = polarity, .confidence = 0.8F};
    if (!last) {
      const auto after = clause({end + 1, sentence_.last});
      // After the comma the sentence goes on with what was said, or with something else that the speaker did.
      if (after && after->size() > 1 && !a_.is(after->first, kConjunction | kRelative | kSubordinator) &&
          !a_.lower(after->first).ends_with("ing"))
        attribution.content.push_back(*after);
    }
    found_.add(a_, std::move(attribution));
    last_source_ = source;
    return true;
  }

  /// Whether something in a range is content of what was found before these rules.
  [[nodiscard]] bool is_told(TokenRange range) const {
    return sure_only_ &&
           std::find(told_.begin() + range.first, told_.begin() + range.last, true) != told_.begin() + range.last;
  }

  struct Content {
    TokenRange range{};
    std::uint32_t cue_end = 0;
    float confidence = 0.7F;
  };

  [[nodiscard]] std::optional<Content> content_after(const VerbGroup& group, const Cue& cue) const {
    auto to = sentence_.last;
    auto i = group.tokens.last;
    const bool tail = !cue.tails.empty() && is_among(cue.tails, a_.lower(i - 1));
    // "Claiming that it was late, she left": the sentence itself starts after the comma.
    if (group.participle && group.tokens.first == sentence_.first) {
      to = std::min(to, i + kLongestClause);
      for (auto k = i; k < to; ++k) {
        if (a_.is_char(k, ',') && !a_.is_quoted(k)) to = k;
      }
    }
    if (i >= to) return std::nullopt;
    const auto adjuncts = skip_adjuncts(a_, i, to);
    const auto that_after = [&](std::uint32_t at) {
      return at < to && a_.lower(at) == "that" && !a_.is_quoted(at) && (cue.takes & kThat) != 0;
    };
    if (that_after(i)) return content({i, to}, i, 0.85F);
    if (that_after(adjuncts)) return content({adjuncts, to}, adjuncts, 0.85F);
    if ((cue.takes & kAddressee) != 0) {
      const auto person = skip_addressee(a_, i, to);
      if (person > i) {
        if (that_after(person)) return content({person, to}, group.tokens.last, 0.85F);
        if (person < to && (cue.takes & kQuestion) != 0 && a_.is(person, kQuestionWord))
          return content({person, to}, group.tokens.last, 0.75F);
        if (person < to && (a_.opens_quotation(person) || ((cue.takes & kClause) != 0 && opens_clause(person))))
          return content({person, to}, group.tokens.last, 0.7F);
        // "asked the union to mediate"
        if (person < to && a_.lower(person) == "to") return content({i, to}, group.tokens.last, 0.6F);
        return std::nullopt;
      }
    }
    // "says on its website that"
    if (a_.is(i, kPreposition) && !a_.is_quoted(i)) {
      auto that = i;
      while (that < to && that - i < kLongestAside && (a_.is_word(that) || a_.is_joint(that)) && !a_.is_quoted(that) &&
             a_.lower(that) != "that" && a_.cue(that) == nullptr)
        ++that;
      if (that_after(that)) return content({that, to}, i, 0.8F);
    }
    // "said, however, that": a short aside.
    if (a_.is_char(i, ',') && i + 3 < to && a_.is_char(i + 2, ',') && that_after(i + 3))
      return content({i + 3, to}, i, 0.8F);
    if (a_.opens_quotation(i)) return content({i, to}, i, 0.85F, (cue.takes & kObject) != 0);
    if (a_.opens_quotation(std::min(adjuncts, to - 1)) && adjuncts < to)
      return content({adjuncts, to}, adjuncts, 0.85F);
    if ((cue.takes & kQuestion) != 0 && a_.is(i, kQuestionWord) && !a_.is_quoted(i)) return content({i, to}, i, 0.75F);
    if ((cue.takes & kInfinitive) != 0 && a_.lower(i) == "to") return content({i, to}, i, 0.7F);
    if ((cue.takes & kClause) != 0) {
      if (opens_clause(i)) return content({i, to}, i, 0.75F);
      if (adjuncts > i && adjuncts < to && opens_clause(adjuncts)) return content({adjuncts, to}, adjuncts, 0.7F);
    }
    // "described as 'brief'"
    if ((cue.takes & kObject) != 0 && a_.lower(i) == "as" && i + 1 < to && a_.opens_quotation(i + 1))
      return content({i + 1, to}, i + 1, 0.75F, true);
    if ((cue.takes & kObject) != 0 && (a_.is_word(i) || a_.token(i).kind == TokenKind::kNumber || a_.is_joint(i))) {
      const auto found = content({i, to}, i, 0.6F, true);
      if (found && ((cue.takes & kBareObject) != 0 || tail || has_quotation(found->range))) return found;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool opens_clause(std::uint32_t i) const {
    if (a_.is_quoted(i)) return a_.opens_quotation(i);
    if (a_.is_date(i)) return false;
    if (a_.is_somebody(i) || a_.token(i).kind == TokenKind::kNumber || a_.is_joint(i)) return true;
    if (!a_.is_word(i) || a_.lower(i) == "to" || a_.lower(i) == "so") return false;
    if (a_.is(i, kDeterminer | kSubject)) return true;
    return !a_.is(i, kPreposition | kConjunction | kAuxiliary | kModal | kNegation | kTime);
  }

  [[nodiscard]] std::optional<Content> content(TokenRange range, std::uint32_t cue_end, float confidence,
                                               bool object = false) const {
    auto found = clause(range, object);
    if (!found || (found->size() == 1 && !a_.is_quoted(found->first) && !a_.is_somebody(found->first)))
      return std::nullopt;
    // 'described as "brief," ended': the comma inside the marks ends the clause.
    const auto q = a_.quotation_at(found->first);
    if (q != Article::kNone && object && a_.is_char(a_.last_inside(a_.quotations[q]), ','))
      found->last = std::min(found->last, a_.quotations[q].tokens.last);
    // 'called it "a tin pot" and left': what follows the last quotation and a conjunction is told, not said.
    for (auto i = found->last; i-- > found->first;) {
      if (a_.is_quoted(i)) {
        if (i + 1 < found->last && a_.lower(i + 1) == "and" && (object || a_.is_quoted(found->first)))
          found->last = i + 1;
        break;
      }
    }
    return Content{*found, cue_end, confidence};
  }

  [[nodiscard]] bool has_quotation(TokenRange range) const {
    for (auto i = range.first; i < range.last; ++i) {
      if (a_.is_quoted(i)) return true;
    }
    return false;
  }

  // From where content starts to where its clause ends.
  [[nodiscard]] std::optional<TokenRange> clause(TokenRange range, bool object = false) const {
    const auto to = std::min(range.last, range.first + kLongestClause);
    auto i = range.first;
    while (i < to) {
      if (a_.opens_quotation(i)) {
        const auto& quotation = a_.quotations[a_.quotation_at(i)];
        if (i > range.first && found_.owner[a_.quotation_at(i)] != Article::kNone) break;  // said by somebody else
        i = quotation.tokens.last;
        // 'who call themselves "Bell Ringers," said': the comma inside the marks ends the clause.
        if (i < to && a_.is_char(a_.last_inside(quotation), ',') && (another_cue(i) || trails(i))) break;
        continue;
      }
      if (a_.is_char(i, ';') || found_.is_used(i)) break;
      if (a_.is_free_dash(i) && i > range.first && another_cue(i + 1)) break;
      if (a_.is_char(i, ',') && i + 1 < to && i > range.first && (leaves(i + 1, object) || trails(i + 1))) break;
      if (a_.lower(i) == "and" && i + 1 < to && i > range.first + 1 && another_cue(i + 1)) break;
      ++i;
    }
    // A quotation at its end may have several sentences.
    return trimmed({range.first, i});
  }

  // After a comma: words with which the reporter's sentence goes on.
  [[nodiscard]] bool leaves(std::uint32_t i, bool object) const {
    if (a_.is_quoted(i)) return false;
    if (object &&
        (a_.is(i, kAuxiliary | kModal) || (a_.is_word(i) && a_.lower(i).size() > 5 && a_.lower(i).ends_with("ing"))))
      return true;
    const auto word = a_.lower(i);
    if (word == "but" || word == "while" || word == "although" || word == "though" || word == "according") return true;
    if (a_.cue(i) != nullptr && word.ends_with("ing")) return true;
    if (word == "and") ++i;
    return i < sentence_.last && ((word == "and" && another_cue(i)) || another_speaker(i));
  }

  // "…, she said", "…, and he told": somebody else speaks from here on.
  [[nodiscard]] bool another_speaker(std::uint32_t i) const {
    if (a_.is_quoted(i)) return false;
    const auto* m = a_.mention(i);
    if (m == nullptr && !(a_.is(i, kSubject) && !a_.is(i, kDeterminer | kRelative))) return false;
    auto verb = m == nullptr ? i + 1 : m->tokens.last;
    while (verb < sentence_.last && a_.is_adverbial(verb)) ++verb;
    return verb < sentence_.last && a_.takes(verb, kQuotation) && !a_.takes(verb, kNounToo | kNoun) &&
           !a_.lower(verb).ends_with("ing");
  }

  // "…, the ministry said on Monday." at the end of a sentence: all of it is what the ministry said.
  [[nodiscard]] bool trails(std::uint32_t begin) const {
    for (auto i = begin; i < sentence_.last && i - begin < kLongestTrail && !a_.is_quoted(i); ++i) {
      if (!a_.takes(i, kThat) || a_.lower(i).ends_with("ing")) continue;
      const auto group = verb_group(a_, i, begin);
      const auto end = skip_adjuncts(a_, group.tokens.last, sentence_.last);
      if (end < sentence_.last && !a_.ends_sentence(end)) return false;
      const auto source = subject_before(a_, group.tokens.first, begin);
      return source && source->first == begin;
    }
    return false;
  }

  [[nodiscard]] bool another_cue(std::uint32_t i) const {
    while (i < sentence_.last && a_.is(i, kAdverb) && !a_.is(i, kDeterminer)) ++i;
    if (i >= sentence_.last || a_.cue(i) == nullptr) return false;
    const auto word = a_.lower(i);
    return word == "said" || word == "told" || word == "wrote" || (word.ends_with("ed") && !a_.takes(i, kThought));
  }

  // Without marks of punctuation at its ends.
  [[nodiscard]] std::optional<TokenRange> trimmed(TokenRange range) const {
    const auto bare = [&](std::uint32_t i) {
      return a_.token(i).kind == TokenKind::kPunctuation && !a_.is_quoted(i) && a_.text.word(i) != "(" &&
             a_.text.word(i) != ")";
    };
    while (range.first < range.last && bare(range.last - 1)) --range.last;
    while (range.first < range.last && bare(range.first)) ++range.first;
    if (range.empty()) return std::nullopt;
    return range;
  }

  // "Maduro's claims that …", "his remark in August that …", "her claim the bridge …"
  bool noun(std::uint32_t head) {
    if (head <= from_) return false;
    auto owner = head - 1;
    for (std::uint32_t k = 0;
         k < 3 && owner > from_ && a_.is_word(owner) && !a_.is(owner, kDeterminer) && !a_.is_somebody(owner); ++k)
      --owner;  // "stunning"
    const bool possessive =
        a_.token(owner).kind == TokenKind::kClitic && a_.is_joint(owner) && owner > from_ && a_.is_somebody(owner - 1);
    const auto word = a_.lower(owner);
    const bool pronoun = word == "his" || word == "her" || word == "their" || word == "its";
    if (!possessive && !pronoun) return false;
    const auto source = pronoun ? TokenRange{owner, owner + 1} : a_.mention(owner - 1)->tokens;
    const auto to = std::min(sentence_.last, head + 20);
    std::optional<TokenRange> content;
    std::uint32_t i = head + 1;
    if (!sure_only_ && i < to && !a_.is_quoted(i) && (a_.is_somebody(i) || (a_.is(i, kDeterminer | kSubject))) &&
        a_.lower(i) != "that") {
      content = clause({i, sentence_.last});
    } else {
      while (i < to && !a_.is_quoted(i) && !a_.is_char(i, ',') && a_.lower(i) != "that" &&
             !a_.is(i, kAuxiliary | kModal) && a_.cue(i) == nullptr)
        ++i;
      if (i < to && !a_.is_quoted(i) && a_.lower(i) == "that") content = clause({i, sentence_.last});
    }
    if (!content || content->size() < 3 || is_told(*content)) return false;
    add(*content, source, {head, head + 1}, Polarity::kAsserted, 0.6F);
    return true;
  }

  void add(TokenRange content, TokenRange source, TokenRange cue, Polarity polarity, float confidence) {
    Attribution attribution{.content = {content},
                            .cue = {cue},
                            .source = {source},
                            .end = content.last,
                            .polarity = polarity,
                            .confidence = confidence};
    // Wholly quoted, the marks are no part of it.
    const auto q = a_.quotation_at(content.first);
    if (q != Article::kNone && a_.quotations[q].tokens == content) attribution.content = {a_.quotations[q].inside};
    found_.add(a_, std::move(attribution));
  }

  const Article& a_;
  Attributions& found_;
  bool sure_only_;
  std::vector<bool> told_;  // of each token, with sure_only_: whether it was content before
  TokenRange sentence_{};
  std::uint32_t from_ = 0;  // where the part of the sentence starts that may hold a subject
  std::optional<TokenRange> last_source_;
  std::optional<TokenRange> subject_;  // of the part of the sentence that starts at subject_from_
  std::uint32_t subject_from_ = Article::kNone;
};

}  // namespace

void attribute_reported_speech(const Article& article, Attributions& found) {
  ReportedSpeech(article, found, false).find();
}

void attribute_left_over(const Article& article, Attributions& found) { ReportedSpeech(article, found, true).find(); }

}  // namespace pullquote::quotes
