package ring3.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.components.Catalog.Executable;
import ring3.components.servers.rs.BootTable;
import ring3.components.servers.rs.ServiceConfig;

class CatalogTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh", "cat", "ls", "echo", "ps", "wc", "kill", "sleep", "mkdir", "cp", "rm",
                "mount", "umount", "sync", "service", "free"
            })
    void whatPeopleTypeLiesInBin(String name) {
        Executable executable = Catalog.find(name);

        assertNotNull(executable);
        assertEquals("/bin/" + name, executable.path());
    }

    @Test
    void everyServiceOfTheBootTableIsAnExecutable() {
        for (ServiceConfig service : BootTable.services()) {
            assertNotNull(Catalog.find(service.executable()), service.executable());
        }
    }

    @Test
    void namesAndPathsAreUnique() {
        var names = new TreeSet<String>();
        var paths = new TreeSet<String>();
        for (Executable executable : Catalog.all()) {
            assertTrue(names.add(executable.name()), executable.name());
            assertTrue(paths.add(executable.path()), executable.path());
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertNull(Catalog.find("emacs"));
    }
}
