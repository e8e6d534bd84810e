#include "carry.h"

#include <algorithm>
#include <optional>

#include "phrases.h"

namespace pullquote::quotes {

namespace {

constexpr std::uint32_t kFewestWords = 4;  // of a quotation that may be speech for its length alone
constexpr std::uint32_t kMostBetween = 8;  // sections of a speech that another kind of section interrupts
constexpr std::uint32_t kLongestClause = 25;
constexpr float kCarried = 0.6F;

class Carrier {
 public:
  Carrier(const Article& article, Attributions& found) : a_(article), found_(found) {}

  void carry() {
    for (std::uint32_t q = 0; q < a_.quotations.size(); ++q) {
      const auto& quotation = a_.quotations[q];
      if (found_.owner[q] == Article::kNone) {
        if (quotation.continues && q > 0 && found_.owner[q - 1] != Article::kNone) {
          join(q, found_.owner[q - 1]);
        } else if (speaking_ != Article::kNone && (follows(quotation) || fills_next_paragraph(quotation))) {
          join(q, speaking_);
        } else if (is_sentence(quotation)) {
          give_to_subject(q);
        }
      }
      const auto owner = found_.owner[q];
      if (owner != Article::kNone) {
        speaking_ = owner;
        reached_ = std::max(found_.list[owner].end, quotation.tokens.last);
        last_section_ = quotation.section;
      }
    }
  }

 private:
  // Nothing but punctuation between the attributed words and this quotation, in one paragraph.
  [[nodiscard]] bool follows(const Quotation& quotation) const {
    if (quotation.section != last_section_ || quotation.tokens.first < reached_) return false;
    if (quotation.tokens.first - reached_ > 40) return false;
    // The clause may go on ("she said, wiping her hands"); after its sentence somebody does something else.
    bool stopped = false;
    for (auto i = reached_; i < quotation.tokens.first; ++i) {
      if (stopped && (a_.is_word(i) || a_.is_quoted(i))) {
        return i + 1 == quotation.tokens.first && opens_after_conjunction(quotation);
      }
      if (a_.is_quoted(i)) {
        // The name of a programme: he said on "Late Night."
        const auto& inner = a_.quotations[a_.quotation_at(i)];
        i = inner.tokens.last - 1;
        stopped = a_.ends_sentence(a_.last_inside(inner));
      } else if (a_.ends_sentence(i)) {
        stopped = true;
      }
    }
    // A fragment in the middle of the reporter's sentence is not what was said next.
    auto before = quotation.tokens.first - 1;
    if (before > reached_ && (a_.lower(before) == "but" || a_.lower(before) == "and")) --before;  // he said, but "…"
    return is_sentence(quotation) || a_.is_char(before, ',') || a_.is_char(before, ':') || a_.is_dash(before);
  }

  [[nodiscard]] bool fills_next_paragraph(const Quotation& quotation) const {
    if (quotation.section == last_section_ || quotation.section - last_section_ > kMostBetween) return false;
    // Only boilerplate and captions may stand between.
    for (auto s = last_section_ + 1; s < quotation.section; ++s) {
      const auto kind = a_.text.sections[s].kind;
      if (kind != SectionKind::kBoilerplate && kind != SectionKind::kCaption) return false;
    }
    const auto paragraph = a_.text.sections[quotation.section].tokens;
    const auto before = a_.text.sections[last_section_].tokens;
    // The paragraph before must end with the speech, or with the words that attribute it.
    for (auto i = reached_; i < before.last; ++i) {
      if (i > reached_ + kLongestClause) return false;
      if (a_.ends_sentence(i) && i + 1 < before.last && !a_.is_quoted(i + 1)) return false;
    }
    return quotation.tokens.first == paragraph.first && quotation.tokens.last + 1 >= paragraph.last &&
           quotation.inside.size() >= kFewestWords;
  }

  /// A sentence of its own rather than words of another one.
  [[nodiscard]] bool is_sentence(const Quotation& quotation) const {
    const auto first = quotation.tokens.first;
    const auto section = a_.text.sections[quotation.section].tokens;
    const bool opens = first == section.first || a_.ends_sentence(first - 1) || a_.is_quoted(first - 1) ||
                       a_.sentence(first).first == first;
    if (!opens || !a_.token(quotation.inside.first).upper) return opens && quotation.inside.size() > 12;
    const auto last = a_.last_inside(quotation);
    const bool ends = a_.ends_sentence(last) || a_.is_char(last, ',') || !quotation.closed || a_.is_dash(last) ||
                      quotation.tokens.last >= a_.sentence(first).last || a_.ends_sentence(quotation.tokens.last);
    return ends && (quotation.inside.size() > kFewestWords || a_.ends_sentence(last));
  }

  // she said. But "…": nothing else in a sentence of its own.
  [[nodiscard]] bool opens_after_conjunction(const Quotation& quotation) const {
    const auto before = quotation.tokens.first - 1;
    const auto sentence = a_.sentence(before);
    return before == sentence.first && (a_.lower(before) == "but" || a_.lower(before) == "and") &&
           quotation.tokens.last + 1 >= a_.sentence(quotation.tokens.first).last &&
           quotation.inside.size() > kFewestWords;
  }

  void join(std::uint32_t q, std::uint32_t owner) {
    auto& attribution = found_.list[owner];
    attribution.content.push_back(a_.quotations[q].inside);
    attribution.end = std::max(attribution.end, a_.quotations[q].tokens.last);
    found_.owner[q] = owner;
  }

  // "Quiroga fought back tears. '…'": the subject of the sentence before, where it is somebody.
  void give_to_subject(std::uint32_t q) {
    const auto& quotation = a_.quotations[q];
    const auto section = a_.text.sections[quotation.section].tokens;
    if (quotation.tokens.first == section.first) return;
    const auto before = a_.sentence(quotation.tokens.first - 1);
    if (a_.is_quoted(before.first)) return;
    const auto subject = subject_of_sentence(a_, before);
    if (!subject) return;
    bool person = false;
    for (auto i = subject->first; i < subject->last; ++i) {
      const auto* m = a_.mention(i);
      person = person || (m != nullptr && (m->label == Label::kPerson || m->kind == MentionKind::kPronoun));
    }
    if (!person) return;
    found_.add(
        a_,
        {.content = {quotation.inside}, .source = {*subject}, .end = quotation.tokens.last, .confidence = kCarried});
  }

  const Article& a_;
  Attributions& found_;
  std::uint32_t speaking_ = Article::kNone;  // the attribution of the last attributed quotation
  std::uint32_t reached_ = 0;                // where it and its clause end
  std::uint32_t last_section_ = 0;
};

}  // namespace

void carry_on(const Article& article, Attributions& found) { Carrier(article, found).carry(); }

}  // namespace pullquote::quotes
