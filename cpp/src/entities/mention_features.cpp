#include "mention_features.h"

#include <algorithm>
#include <array>
#include <bit>

#include "known_phrase.h"
#include "mention_company.h"
#include "model/flag_table.h"
#include "model/hash.h"
#include "value_patterns.h"

namespace pullquote::entities {

using namespace features;
using model::mix;

namespace {

constexpr std::uint32_t kLongestRun = 24;
constexpr std::uint64_t kCompany = 100;       // number of the first template of company
constexpr std::uint32_t kAroundRuns = 0xfff;  // kinds of company outside the run

// Upper, lower, digit, other; runs of one kind are cut at three.
std::uint32_t shape_of(std::string_view word) {
  std::uint32_t shape = 1;
  int kind = -1, repeated = 0, kept = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    int now = 0;
    if (c >= 'A' && c <= 'Z')
      now = 0;
    else if (c >= 'a' && c <= 'z')
      now = 1;
    else if (c >= '0' && c <= '9')
      now = 2;
    else if (byte >= 0x80)
      now = 1;
    else
      now = 3 + c % 29;
    repeated = now == kind ? repeated + 1 : 0;
    kind = now;
    if (repeated >= 3) continue;
    shape = shape * 33 + static_cast<std::uint32_t>(now) + 1;
    if (++kept == 12) break;
  }
  return shape;
}

std::uint64_t packed(std::string_view bytes) {
  std::uint64_t value = bytes.size();
  for (const char c : bytes) value = (value << 8) | static_cast<unsigned char>(c);
  return value;
}

std::uint32_t bucket(std::uint32_t count) { return count < 3 ? count : count < 6 ? 3 : 4; }

}  // namespace

MentionFeatures::MentionFeatures(const Article& article, const Clusters& clusters, std::uint8_t without)
    : a_(article), without_(without) {
  const auto size = a_.size();
  slot_.resize(size);
  atoms_.reserve(size + (a_.text.sentences.size() + 1) * kReach);
  atoms_.resize(kReach);
  for (const auto& sentence : a_.text.sentences) {
    const auto section = static_cast<std::uint32_t>(a_.text.sections[sentence.section].kind);
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      slot_[i] = static_cast<std::uint32_t>(atoms_.size());
      auto& atom = atoms_.emplace_back();
      const auto word = a_.text.word(i);
      const auto lower = a_.words.lower(i);
      atom.text = lower;
      atom.word = model::hash64(word);
      atom.lower = a_.hash(i);
      atom.classes = a_.words.classes(i);
      atom.shape = (without & kShapes) != 0 ? 0 : shape_of(word);
      atom.cluster = clusters.find(word, lower);
      atom.names = a_.words.names(i);
      atom.usage = static_cast<std::uint8_t>(bucket(a_.capitalised(i)) * 5 + bucket(a_.lower_cased(i)));
      atom.position =
          static_cast<std::uint8_t>(section * 4 + (a_.has(i, kInitial) ? 1 : 0) + (a_.has(i, kTitleCase) ? 2 : 0));
    }
    atoms_.resize(atoms_.size() + kReach);
  }
  for (const auto& [tokens, label] : find_values(a_)) {
    for (auto i = tokens.first; i < tokens.last; ++i) {
      atoms_[slot_[i]].value =
          static_cast<std::uint8_t>(1 + 2 * static_cast<std::uint8_t>(label) + (i == tokens.first));
    }
  }
  find_phrases();
  if ((without & kRuns) == 0) find_runs();
  company_ = find_company(a_, runs_);
}

void MentionFeatures::find_phrases() {
  for (const auto& sentence : a_.text.sentences) {
    for (auto i = sentence.tokens.first; i < sentence.tokens.last;) {
      const auto phrase = longest_phrase(a_, {i, sentence.tokens.last});
      if (phrase.size < 2) {
        ++i;
        continue;
      }
      for (std::uint32_t k = 0; k < phrase.size; ++k) {
        const std::uint32_t place = k == 0 ? 1 : k + 1 == phrase.size ? 3 : 2;
        atoms_[slot_[i + k]].phrase = place << 16 | (phrase.names & 0xffff);
      }
      i += phrase.size;
    }
  }
}

void MentionFeatures::find_runs() {
  const auto named = [&](std::uint32_t i) { return a_.is_capitalised(i); };
  // Capitalised words side by side, or joined by a hyphen or an ampersand.
  const auto joined = [&](std::uint32_t last, std::uint32_t end) {
    if (named(last)) return last + 1;
    const bool joint = last + 1 < end && (a_.is_char(last, '-') || a_.is_char(last, '&')) && named(last + 1);
    return joint ? last + 2 : last;
  };
  // Small words between them, too.
  const auto connected = [&](std::uint32_t last, std::uint32_t end) {
    auto next = last;
    while (next < end && next - last < 3 && !named(next) &&
           (a_.words.is(next, kConnector | kNameParticle) || a_.words.lower(next) == "the" || a_.is_possessive(next) ||
            a_.is_char(next, '-') || a_.is_char(next, '&'))) {
      ++next;
    }
    return next < end && named(next) ? next + 1 : last;
  };
  // `extend` gives where a run that ends at `last` ends with one more word, or `last` where there is none.
  const auto find = [&](const auto& extend, std::vector<TokenRange>& runs, std::uint32_t Atom::*number) {
    for (const auto& sentence : a_.text.sentences) {
      const auto end = sentence.tokens.last;
      for (auto i = sentence.tokens.first; i < end;) {
        if (!named(i)) {
          ++i;
          continue;
        }
        auto last = i + 1;
        while (last < end && last - i < kLongestRun) {
          const auto next = extend(last, end);
          if (next == last) break;
          last = next;
        }
        runs.push_back({i, last});
        for (auto k = i; k < last; ++k) atoms_[slot_[k]].*number = static_cast<std::uint32_t>(runs.size());
        i = last;
      }
    }
  };
  find(joined, runs_, &Atom::run);
  find(connected, loose_, &Atom::loose);
}

void MentionFeatures::add_run(std::uint64_t base, std::uint32_t token, TokenRange run,
                              model::FeatureBuffer& out) const {
  const auto slot = slot_[token];
  const auto first = slot - (token - run.first);
  const auto last = first + (run.last - run.first) - 1;
  const auto& f = atoms_[first];
  const auto& l = atoms_[last];
  const auto& before = atoms_[first - 1];
  const auto& before2 = atoms_[first - 2];
  const auto& after = atoms_[last + 1];
  const auto& after2 = atoms_[last + 2];
  const std::uint64_t from = std::min<std::uint32_t>(slot - first, 3);
  const std::uint64_t to = std::min<std::uint32_t>(last - slot, 3);
  const auto length = std::min<std::uint32_t>(last - first, 6);
  const auto place = from * 4 + to;
  const auto side = (from == 0 ? 1u : 0u) + (to == 0 ? 2u : 0u);
  const auto feature = [&](std::uint64_t number, std::uint64_t value) {
    out.push_back(mix(mix(base + number, side), value));
  };
  feature(0, place);
  feature(1, length);
  feature(2, l.lower);
  feature(3, f.lower);
  feature(4, before.lower);
  feature(5, after.lower);
  feature(6, mix(before.lower, after.lower));
  feature(7, l.classes);
  feature(8, f.classes);
  feature(9, mix(before2.lower, before.lower));
  feature(10, mix(after.lower, after2.lower));
  feature(15, mix(l.classes, atoms_[slot].lower));
  feature(16, mix(l.names, f.names));
  feature(19, model::hash64(a_.words.lower({run.first, run.last})));
}

// Templates have numbers, on which the model file depends: those here are below 200, those of runs above 1,000, those
// of the second pass above 5,000. A template of one word has a number for every place in the window.

std::uint64_t MentionFeatures::key(std::uint32_t slot) const {
  const auto& w = atoms_[slot];
  return mix(mix(w.word, w.classes), w.names);
}

void MentionFeatures::add_word(std::uint32_t slot, int place, model::FeatureBuffer& out) const {
  const auto& w = atoms_[slot];
  const auto feature = [&](int number, std::uint64_t value) {
    out.push_back(mix(static_cast<std::uint64_t>(number), value));
  };
  feature(4 + place, w.lower);
  if (std::abs(place) <= 1) feature(8 + place, w.word);
  feature(17 + place, w.shape);
  feature(69 + place, w.classes);
  if (place != 0) {
    int number = place < 0 ? 50 + 4 * place : 46 + 4 * place;
    for (const int bits : {5, 8, 12, 20}) feature(number++, Clusters::prefix(w.cluster, bits));
    return;
  }
  int number = 27;
  const std::size_t longest_affix = (without_ & kAffixes) != 0 ? 0 : 4;
  for (std::size_t n = 1; n <= longest_affix; ++n) {
    const bool longer = w.text.size() > n;
    feature(number++, longer ? packed(w.text.substr(0, n)) : 0);
    feature(number++, longer ? packed(w.text.substr(w.text.size() - n)) : 0);
  }
  number = 35;
  feature(number++,
          mix(longest_affix > 0 && w.text.size() > 3 ? packed(w.text.substr(w.text.size() - 3)) : 0, w.shape));
  for (const int bits : {4, 6, 8, 10, 13, 20}) feature(number++, Clusters::prefix(w.cluster, bits));
  feature(64, mix(w.names, w.shape));
}

void MentionFeatures::add_context(std::uint32_t token, model::FeatureBuffer& out) const {
  const auto* const x = atoms_.data() + slot_[token];
  const auto feature = [&](std::uint64_t number, std::uint64_t value) { out.push_back(mix(number, value)); };
  const auto& w = x[0];

  // words
  feature(1, 0);
  feature(10, mix(x[-1].lower, w.lower));
  feature(11, mix(w.lower, x[1].lower));
  feature(12, mix(x[-2].lower, x[-1].lower));
  feature(13, mix(x[1].lower, x[2].lower));
  feature(14, mix(x[-1].lower, x[1].lower));

  // shapes
  feature(20, mix(x[-1].shape, w.shape));
  feature(21, mix(w.shape, x[1].shape));
  feature(22, mix(mix(x[-1].shape, w.shape), x[1].shape));
  feature(23, mix(w.shape, x[-1].lower));
  feature(24, mix(w.shape, x[1].lower));
  feature(25, mix(w.shape, w.position));
  feature(26, mix(w.lower, w.position & 3));

  // lists
  feature(65, mix(x[-1].names, w.names));
  feature(66, mix(w.names, x[1].names));
  feature(72, mix(x[-1].classes, w.classes));
  feature(73, mix(w.classes, x[1].classes));
  feature(74, mix(x[-1].classes, w.names));
  feature(75, mix(w.names, x[1].classes));
  for (int k = -1; k <= 1; ++k) feature(static_cast<std::uint64_t>(77 + k), x[k].phrase);

  // dates and sums
  for (int k = -1; k <= 1; ++k) feature(static_cast<std::uint64_t>(80 + k), x[k].value);
  feature(82, mix(x[-1].value, w.value));
  feature(83, mix(w.value, w.lower));

  // how the article writes the word
  feature(84, mix(mix(w.usage, w.position & 3), w.shape));
  feature(85, mix(x[1].usage, w.usage));
  feature(86, mix(x[-1].usage, w.usage));

  // what stands around the word in all of the article
  if (w.run != 0) {
    const auto company = company_.find(w.lower);
    for (auto rest = company; rest != 0; rest &= rest - 1) {
      feature(kCompany + static_cast<std::uint64_t>(std::countr_zero(rest)), 0);
    }
    // All that stands outside the runs, as one.
    feature(kCompany + kCompanies, company & kAroundRuns);
  }
  if (w.run != 0) add_run(1000, token, runs_[w.run - 1], out);
  if (w.loose == 0) return;
  // Where there are no small words inside, the run has been seen.
  const bool same = w.run != 0 && runs_[w.run - 1] == loose_[w.loose - 1];
  feature(87, same);
  if (!same) add_run(2000, token, loose_[w.loose - 1], out);
}

void MentionFeatures::add_words(std::uint32_t token, model::FeatureBuffer& out) const {
  const auto reach = static_cast<int>(kReach);
  for (int k = -reach; k <= reach; ++k) add_word(slot_[token] + static_cast<std::uint32_t>(k), k, out);
}

void MentionFeatures::add(std::uint32_t token, model::FeatureBuffer& out) const {
  add_words(token, out);
  add_context(token, out);
}

}  // namespace pullquote::entities
