#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pullquote/document.h"
#include "pullquote/error.h"

namespace pullquote {

/// A verb that reports speech, by its lemma: "kvetch".
struct Verb {
  std::string lemma;
  Manner manner = Manner::kSaid;
};

/// Reporting verbs that the user knows. All forms of a verb are found ("kvetches", "kvetched", "kvetching"); an
/// irregular form is a verb of its own. Each is read as the usual verb of its manner would be in that place, by rules
/// and models alike: "he kvetched" as "he complained" where its manner is kCriticised.
///
/// Thread safety: immutable; any number of threads may use one at once. Copies are cheap and share everything.
class Verbs {
 public:
  /// No verbs.
  Verbs() = default;
  /// Of verbs with one lemma, the first counts. Throws Error(kInvalidName) where a lemma is not one word.
  explicit Verbs(std::span<const Verb> verbs);

  [[nodiscard]] bool empty() const { return manners_ == nullptr; }
  [[nodiscard]] std::size_t size() const { return empty() ? 0 : manners_->size(); }
  /// The manner of a lower-cased lemma.
  [[nodiscard]] std::optional<Manner> find(std::string_view lemma) const;

 private:
  std::shared_ptr<const std::map<std::string, Manner, std::less<>>> manners_;
};

}  // namespace pullquote
